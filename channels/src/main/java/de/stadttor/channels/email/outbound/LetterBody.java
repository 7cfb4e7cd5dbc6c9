package de.stadttor.channels.email.outbound;

import de.stadttor.channels.email.mime.Slice;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The same words twice: for programs that show text, and for those that show HTML.
 *
 * @param html what stands within its {@code body}; shows the images as {@code cid:<name>}
 */
public record LetterBody(String text, String html, List<InlineImage> images) {

    private static final Pattern PARAGRAPHS = Pattern.compile("\\R\\s*\\R");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    public LetterBody {
        images = List.copyOf(images);
    }

    /** HTML made of the text: its paragraphs, its lines, and links where it has addresses of pages. */
    public static LetterBody of(String text) {
        Element body = new Element("div");
        PARAGRAPHS
                .splitAsStream(text.strip())
                .forEach(paragraph -> lines(paragraph.lines().toList(), body.appendElement("p")));
        return new LetterBody(text, body.html(), List.of());
    }

    private static void lines(List<String> lines, Element paragraph) {
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                paragraph.appendElement("br");
            }
            linked(lines.get(i), paragraph);
        }
    }

    private static void linked(String line, Element paragraph) {
        Matcher link = LINK.matcher(line);
        int done = 0;
        while (link.find()) {
            paragraph.appendText(line.substring(done, link.start()));
            paragraph.appendElement("a").attr("href", link.group()).text(link.group());
            done = link.end();
        }
        paragraph.appendText(line.substring(done));
    }

    /**
     * A picture within the mail.
     *
     * @param name unique in the mail
     * @param mediaType such as {@code image/png}
     */
    public record InlineImage(String name, String mediaType, Slice bytes) {}
}
