package de.stadttor.channels.email.reply;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Elements;

/** Finds quoted history by the marks that mail programs leave in their HTML. */
final class HtmlQuotes {

    /** Elements that hold the history and nothing else. */
    private static final String CONTAINERS = String.join(
            ",",
            "blockquote[type=cite]",
            "blockquote.gmail_quote",
            "div.yahoo_quoted",
            "div[id^=yahoo_quoted]",
            "div.yahoo-quoted-begin",
            "blockquote.protonmail_quote",
            "div.protonmail_quote",
            "blockquote.tutanota_quote",
            "div.tutanota_quote",
            "div.zmail_extra",
            "blockquote.mori",
            "blockquote.iCloudQuote",
            "#OLK_SRC_BODY_SECTION",
            "#isReplyContent",
            "#mailru-quote",
            "div.mail-quote-collapse",
            "div.moz-forward-container",
            "div.ox-quote",
            "div[name=quote]",
            "div.AOLMsgPart",
            "div.aolReplacedBody",
            "#reply-intro",
            ".moz-cite-prefix",
            ".gmail_attr",
            ".zmail_attr");

    /** Elements with which history begins; all that follows belongs to it. */
    private static final String BEGINNINGS = String.join(
            ",",
            "#divRplyFwdMsg",
            "#appendonsend",
            "#stopSpelling",
            "#mail-editor-reference-message-container",
            ".ms-outlook-mobile-reference-message",
            ".OutlookMessageHeader",
            "#quoted-reply",
            "div[style*=border-top:solid #E1E1E1]",
            "div[style*=border-top:solid #B5C4DF]",
            "div[style*=border-top: solid #E1E1E1]",
            "div[style*=border-top: solid #B5C4DF]",
            "div[style*=border-top: 1pt solid rgb(225, 225, 225)]",
            "div[style*=border-top: 1pt solid rgb(181, 196, 223)]");

    private static final String SIGNATURES = String.join(
            ",",
            ".gmail_signature",
            "[data-smartmail=gmail_signature]",
            ".moz-signature",
            "#ms-outlook-mobile-signature",
            "#ms-outlook-ios-signature",
            "#AppleMailSignature",
            ".protonmail_signature_block",
            ".ymail_android_signature",
            ".yahoo-signature",
            ".gmail_signature_prefix");

    private static final String GMAIL = "div.gmail_quote";

    private HtmlQuotes() {}

    static boolean presentIn(Document document) {
        return document.selectFirst(CONTAINERS + "," + BEGINNINGS + "," + SIGNATURES + "," + GMAIL) != null;
    }

    /** Takes history and signatures out of {@code document}. */
    static void remove(Document document) {
        List<Element> beginnings = new ArrayList<>(document.select(BEGINNINGS));
        if (!beginnings.isEmpty() && hasTextBefore(document, beginnings.getFirst())) {
            removeFrom(beginnings.getFirst());
        }
        document.select(GMAIL).forEach(HtmlQuotes::removeGmail);
        if (isInterleaved(document)) {
            return;
        }
        document.select(CONTAINERS).forEach(Node::remove);
        document.select(SIGNATURES).forEach(Node::remove);
    }

    /** Answers between two quotations need them to be understood, so there everything stays for the rules of text. */
    private static boolean isInterleaved(Document document) {
        Elements quotes = document.select("blockquote[type=cite], blockquote.gmail_quote");
        quotes.removeIf(quote -> quote.parents().is("blockquote"));
        for (int i = 1; i < quotes.size(); i++) {
            if (!textBetween(quotes.get(i - 1), quotes.get(i)).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static String textBetween(Element first, Element second) {
        StringBuilder text = new StringBuilder();
        for (Node node = first.nextSibling(); node != null && !node.equals(second); node = node.nextSibling()) {
            text.append(node instanceof Element element ? element.text() : node.outerHtml());
        }
        boolean siblings =
                first.siblingIndex() < second.siblingIndex() && second.parents().contains(first.parent());
        return siblings ? text.toString().replace("&nbsp;", " ") : "";
    }

    /** Gmail's frame holds the history, but answers below a quotation are inside it too. */
    private static void removeGmail(Element frame) {
        Element quote = frame.children().stream()
                .filter(child -> child.normalName().equals("blockquote"))
                .findFirst()
                .orElse(null);
        if (quote == null || !hasTextAfter(quote)) {
            frame.remove();
        }
    }

    private static boolean hasTextAfter(Element quote) {
        for (Element next = quote.nextElementSibling(); next != null; next = next.nextElementSibling()) {
            if (!next.normalName().equals("blockquote") && next.hasText()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTextBefore(Document document, Element beginning) {
        String all = document.body().wholeText();
        String later = beginning.wholeText().strip();
        int at = later.isEmpty() ? all.length() : all.indexOf(later);
        return at > 0 && !all.substring(0, at).isBlank();
    }

    private static void removeFrom(Element beginning) {
        Node node = beginning;
        while (node != null && !(node instanceof Document)) {
            Node next = node.nextSibling();
            while (next != null) {
                Node later = next.nextSibling();
                next.remove();
                next = later;
            }
            node = node.parent();
        }
        beginning.remove();
    }
}
