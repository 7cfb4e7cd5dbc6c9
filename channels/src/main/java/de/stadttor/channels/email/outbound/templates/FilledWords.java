package de.stadttor.channels.email.outbound.templates;

import de.stadttor.channels.email.outbound.LetterBody;
import de.stadttor.forms.Template;
import de.stadttor.letters.LetterTemplate.Words;
import java.util.Map;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;

/** Words with their places filled. What is filled in is text, and stays text in HTML. */
record FilledWords(Words words, Words signature, Map<String, String> places) {

    private static final String SIGNATURE = "signature";

    /** What a caseworker wrote has paragraphs; everything else stands within a line. */
    private static final String TEXT = "text";

    /** Stands for the signature while the rest becomes HTML; a character for private use, which no text has. */
    private static final String MARK = "\uE000";

    private static final Safelist SHOWN = Safelist.relaxed()
            .addTags("hr")
            .addAttributes(":all", "lang", "dir")
            .removeProtocols("img", "src", "http", "https")
            .addProtocols("img", "src", "cid");

    String subject() {
        return filled(words.subject(), this::plain).replace('\n', ' ');
    }

    String text() {
        String beneath = filled(signature.text(), this::plain);
        return closedUp(filled(words.text(), place -> place.equals(SIGNATURE) ? beneath : plain(place)));
    }

    String html() {
        String own = words.html();
        return own == null ? htmlOfText() : harmless(filled(own, this::html));
    }

    private String html(String place) {
        return switch (place) {
            case SIGNATURE -> htmlSignature();
            case TEXT -> LetterBody.of(plain(place)).html();
            default -> Entities.escape(plain(place));
        };
    }

    private String htmlOfText() {
        String marked = filled(words.text(), place -> place.equals(SIGNATURE) ? MARK : plain(place));
        return LetterBody.of(marked).html().replace("<p>" + MARK + "</p>", htmlSignature());
    }

    private String htmlSignature() {
        String own = signature.html();
        return own == null
                ? LetterBody.of(filled(signature.text(), this::plain)).html()
                : harmless(filled(own, place -> Entities.escape(plain(place))));
    }

    /** Of what an administrator wrote, only what mail programs show anyway. */
    private static String harmless(String html) {
        return Jsoup.clean(html, SHOWN);
    }

    private String plain(String place) {
        return places.getOrDefault(place, "").replace(MARK, "");
    }

    /** Lines that were left out leave no gap. */
    private static String closedUp(String text) {
        return text.replaceAll("\\n{3,}", "\n\n");
    }

    private static String filled(String source, Function<String, String> values) {
        return new Template(source).filled(values);
    }
}
