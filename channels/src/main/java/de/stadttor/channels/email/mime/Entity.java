package de.stadttor.channels.email.mime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message or one of its parts.
 *
 * @param raw header and body as they came, which is what signatures are made over
 * @param body as transferred, still encoded
 * @param parts of a multipart in order; empty for all others, also for embedded messages
 */
public record Entity(
        HeaderFields header, ContentType type, TransferEncoding encoding, Slice raw, Slice body, List<Entity> parts) {

    private static final Pattern NO_KIND = Pattern.compile("^\\s*(?=[\\w*-]+\\s*=)");
    private static final Pattern NO_SEMICOLON = Pattern.compile("^\\s*(\\w+)\\s+(?=filename)");

    /** The same with other parts, as after unpacking one of them. */
    public Entity with(List<Entity> newParts) {
        ContentType container = type.isMultipart() ? type : new ContentType("multipart/mixed", Parameters.NONE, false);
        return new Entity(header, container, encoding, raw, body, newParts);
    }

    /** A part that was unpacked from another; {@code name} null when it has none. */
    public static Entity unpacked(String media, @Nullable String name, @Nullable String contentId, byte[] bytes) {
        List<HeaderField> fields = new ArrayList<>();
        fields.add(new HeaderField("Content-Type", media));
        if (name != null) {
            String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            fields.add(new HeaderField("Content-Disposition", "attachment; filename*=utf-8''" + encoded));
        }
        if (contentId != null) {
            fields.add(new HeaderField("Content-ID", "<" + contentId + ">"));
        }
        Slice body = Slice.of(bytes);
        ContentType type = ContentType.of(media, ContentType.PLAIN);
        return new Entity(new HeaderFields(fields), type, TransferEncoding.IDENTITY, body, body, List.of());
    }

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
        if (name == null) {
            name = type.parameters().get("name");
        }
        return name != null ? name : type.parameters().get("file"); // written by some programs of the nineties
    }

    /** The Content-ID without brackets, null when absent. */
    public @Nullable String contentId() {
        String field = header.raw("content-id");
        return field == null ? null : field.strip().replaceAll("^<|>$", "");
    }

    /**
     * The charset declared for the first text in it, in which its stray 8-bit header fields are likely written, too.
     */
    public @Nullable String textCharset() {
        if (!isMultipart()) {
            return type.isText() ? type.charset() : null;
        }
        return parts.stream()
                .map(Entity::textCharset)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public byte[] decoded() {
        return encoding.decode(body);
    }

    /** The decoded bytes as text in the declared or the found charset. */
    public String text(Oddities oddities) {
        return Charsets.decode(decoded(), type.charset(), oddities);
    }
}
