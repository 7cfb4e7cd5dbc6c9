package de.stadttor.channels.email.mime;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message or one of its parts.
 *
 * @param body as transferred, still encoded
 * @param parts of a multipart in order; empty for all others, also for embedded messages
 */
public record Entity(HeaderFields header, ContentType type, TransferEncoding encoding, Slice body, List<Entity> parts) {

    private static final Pattern NO_KIND = Pattern.compile("^\\s*(?=[\\w*-]+\\s*=)");
    private static final Pattern NO_SEMICOLON = Pattern.compile("^\\s*(\\w+)\\s+(?=filename)");

    public boolean isMultipart() {
        return !parts.isEmpty();
    }

    /** The Content-Disposition, its value empty when there is none. */
    public Parameters disposition() {
        String field = header.raw("content-disposition");
        if (field == null) {
            return Parameters.NONE;
        }
        String tidy = NO_SEMICOLON.matcher(field).replaceFirst("$1; ");
        return Parameters.of(NO_KIND.matcher(tidy).replaceFirst("; "));
    }

    /** The name given to the file, decoded but not yet made safe; null when none was given. */
    public @Nullable String fileName() {
        Parameters disposition = disposition();
        String name = disposition.get("filename");
        if (name == null) {
            name = disposition.get("name");
        }
        return name != null ? name : type.parameters().get("name");
    }

    /** The Content-ID without brackets, null when absent. */
    public @Nullable String contentId() {
        String field = header.raw("content-id");
        return field == null ? null : field.strip().replaceAll("^<|>$", "");
    }

    public byte[] decoded() {
        return encoding.decode(body);
    }

    /** The decoded bytes as text in the declared or the found charset. */
    public String text(Oddities oddities) {
        return Charsets.decode(decoded(), type.charset(), oddities);
    }
}
