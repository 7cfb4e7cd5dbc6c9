package de.stadttor.channels.email.reply;

import de.stadttor.channels.email.body.HtmlText;
import de.stadttor.channels.email.body.MailBody;
import de.stadttor.channels.email.body.Wording;
import org.jsoup.nodes.Document;

/** The new part of a message. */
public final class ReplyText {

    private ReplyText() {}

    /** What was written now; the whole text when the rest would be empty, as with a mail that is only forwarded. */
    public static String of(MailBody body) {
        String reply = PlainReply.of(body.text());
        Document document = body.document();
        if (document != null && HtmlQuotes.presentIn(document)) {
            Document rest = document.clone();
            HtmlQuotes.remove(rest);
            String fromHtml = PlainReply.of(HtmlText.of(rest));
            boolean same = Wording.essence(reply).equals(Wording.essence(fromHtml));
            reply = same || fromHtml.isBlank() ? reply : fromHtml;
        }
        return reply.isBlank() ? body.text() : reply;
    }
}
