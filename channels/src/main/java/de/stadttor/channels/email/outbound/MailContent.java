package de.stadttor.channels.email.outbound;

import de.stadttor.channels.email.outbound.LetterBody.InlineImage;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/**
 * The parts of a mail: the text, beside it the HTML with its images, beneath them the files. What is not needed is not
 * there.
 *
 * @param domain makes the names of images unique in the world (RFC 2392)
 */
record MailContent(String domain) {

    private static final String UTF_8 = "UTF-8";
    private static final String STYLE = "margin:0;padding:16px;max-width:40em;background:#ffffff;color:#1a1a1a;"
            + "font-family:sans-serif;font-size:16px;line-height:1.5";

    void fill(MimeMessage message, Letter letter, List<Enclosure> files) throws MessagingException {
        MimeMultipart words = new MimeMultipart("alternative", text(letter), html(letter));
        if (files.isEmpty()) {
            message.setContent(words);
            return;
        }
        MimeMultipart all = new MimeMultipart("mixed", part(words));
        for (Enclosure file : files) {
            all.addBodyPart(attachment(file));
        }
        message.setContent(all);
    }

    private static MimeBodyPart text(Letter letter) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(lines(letter.body().text()), UTF_8, "plain");
        return part;
    }

    private MimeBodyPart html(Letter letter) throws MessagingException {
        MimeBodyPart page = new MimeBodyPart();
        page.setText(lines(page(letter)), UTF_8, "html");
        if (letter.body().images().isEmpty()) {
            return page;
        }
        MimeMultipart related = new MimeMultipart("related", page);
        for (InlineImage image : letter.body().images()) {
            related.addBodyPart(inline(image));
        }
        return part(related);
    }

    /** Names its language and its subject, for those who have it read to them. */
    private String page(Letter letter) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.prependChild(new DocumentType("html", "", ""));
        Element root = page.child(0);
        root.attr("lang", letter.language().toLanguageTag());
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1");
        page.title(HeaderLine.of(letter.subject()));
        page.body().attr("style", STYLE).html(letter.body().html());
        page.body().select("img[src^=cid:]").forEach(image -> image.attr("src", image.attr("src") + "@" + domain));
        return page.outerHtml();
    }

    private MimeBodyPart inline(InlineImage image) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(
                new Enclosure(image.name(), image.mediaType(), image.bytes().copy())));
        part.setContentID("<" + image.name() + "@" + domain + ">");
        part.setDisposition(Part.INLINE);
        return part;
    }

    private static MimeBodyPart attachment(Enclosure file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(file));
        part.setFileName(HeaderLine.of(file.getName()));
        part.setDisposition(Part.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static MimeBodyPart part(MimeMultipart content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(content);
        return part;
    }

    /** With the line ends of mail (RFC 5322 2.1), over which signatures are made. */
    private static String lines(String text) {
        return text.lines().collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
