package de.stadttor.channels.email.body;

import de.stadttor.channels.email.mime.Entity;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What there is to read, and what else came with it.
 *
 * @param text everything that is visible, with line feeds only; empty when there is nothing
 * @param document the HTML as it came, unsafe, only for further reading; null for plain text
 * @param files parts that are no body, in order
 * @param embedded files found inside the text, such as uuencoded ones
 */
public record MailBody(
        BodyKind kind, String text, @Nullable Document document, List<Entity> files, List<EmbeddedFile> embedded) {

    /** The HTML without anything active or remote; null for plain text. */
    public @Nullable String safeHtml() {
        return document == null ? null : HtmlCleaner.clean(document);
    }
}
