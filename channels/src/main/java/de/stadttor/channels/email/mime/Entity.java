package de.stadttor.channels.email.mime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final Pattern TOLD_NOTHING = Pattern.compile("(?i)us-ascii|ascii|utf-?8");
    private static final Pattern LOCATION = Pattern.compile("(?:[^?#]*[/\\\\])?([^/\\\\?#:]+\\.\\w{1,5})(?:[?#].*)?");
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

    /** The same, believed no more to be what it says it is. */
    public Entity asFile() {
        ContentType unknown = new ContentType("application/octet-stream", Parameters.NONE, false);
        return new Entity(header, unknown, encoding, raw, body, List.of());
    }

    public boolean isMultipart() {
        return !parts.isEmpty();
    }

    /** The Content-Disposition, its value empty when there is none. */
    public Parameters disposition() {
        return disposition(null);
    }

    private Parameters disposition(@Nullable String charset) {
        String field = header.raw("content-disposition");
        if (field == null) {
            return Parameters.NONE;
        }
        String tidy = NO_SEMICOLON.matcher(field).replaceFirst("$1; ");
        return Parameters.of(NO_KIND.matcher(tidy).replaceFirst("; "), charset);
    }

    /** The name given to the file, decoded but not yet made safe; null when none was given. */
    public @Nullable String fileName() {
        return fileName(null);
    }

    /** The same, with stray 8-bit bytes taken to be in {@code charset} if they can be. */
    public @Nullable String fileName(@Nullable String charset) {
        Parameters disposition = disposition(charset);
        Parameters named =
                ContentType.of(header.raw("content-type"), type, charset).parameters();
        return Stream.of(disposition.get("filename"), disposition.get("name"), named.get("name"), named.get("file"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null); // the last of them was written by some programs of the nineties
    }

    /** The last piece of the Content-Location, if it looks like a file's name; null otherwise (RFC 2557, 4.2). */
    public @Nullable String locationName() {
        String field = header.text("content-location");
        Matcher name = field == null ? null : LOCATION.matcher(field.strip());
        return name != null && name.matches() ? name.group(1) : null;
    }

    /** The Content-ID without brackets, null when absent. */
    public @Nullable String contentId() {
        String field = header.raw("content-id");
        return field == null ? null : field.strip().replaceAll("^<|>$", "");
    }

    /**
     * The charset in which stray 8-bit bytes of its header are likely written, null when nothing tells: that of its
     * first text, of itself, or of the encoded words beside them. UTF-8 is recognized without being told.
     */
    public @Nullable String likelyCharset() {
        return Stream.of(
                        textCharset(),
                        type.charset(),
                        EncodedWords.charset(header.raw("subject")),
                        EncodedWords.charset(header.raw("from")))
                .filter(Objects::nonNull)
                .filter(charset -> !TOLD_NOTHING.matcher(charset).matches())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String textCharset() {
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
