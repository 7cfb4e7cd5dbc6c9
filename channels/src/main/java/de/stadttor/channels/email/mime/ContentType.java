package de.stadttor.channels.email.mime;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a part says it is.
 *
 * @param media lower case, such as {@code text/plain}; never blank
 * @param told false when the header was missing or made no sense, so that {@code media} is a default
 */
public record ContentType(String media, Parameters parameters, boolean told) {

    public static final ContentType PLAIN = new ContentType("text/plain", Parameters.NONE, false);
    public static final ContentType MESSAGE = new ContentType("message/rfc822", Parameters.NONE, true);

    private static final Pattern MISSING_SEMICOLON = Pattern.compile("^([\\w.+-]+/[\\w.+-]+)[\\s,]+(?=[\\w*-]+\\s*=)");
    private static final Pattern MEDIA = Pattern.compile("[!#$&^_.+a-z0-9-]+/[!#$&^_.+a-z0-9-]+");
    private static final Map<String, String> MEANT = Map.of(
            "text", "text/plain",
            "plain", "text/plain",
            "plain/text", "text/plain",
            "html", "text/html",
            "text/htm", "text/html",
            "message", "message/rfc822",
            "image/jpg", "image/jpeg",
            "application/x-pdf", "application/pdf");

    /** Reads the header's value; {@code fallback} stands in when there is none that can be understood. */
    static ContentType of(@Nullable String field, ContentType fallback) {
        return of(field, fallback, null);
    }

    /** The same, with stray 8-bit bytes taken to be in {@code charset} if they can be. */
    static ContentType of(@Nullable String field, ContentType fallback, @Nullable String charset) {
        if (field == null) {
            return fallback;
        }
        String tidy = field.replaceFirst("(?i)^\\s*content-type\\s*:", "").strip();
        Parameters parameters = Parameters.of(MISSING_SEMICOLON.matcher(tidy).replaceFirst("$1; "), charset);
        String written = parameters.value().replaceAll("[\\s\"']", "");
        String media = MEANT.getOrDefault(written, written);
        if (media.startsWith("multipart")
                && parameters.get("boundary") != null
                && !MEDIA.matcher(media).matches()) {
            media = "multipart/mixed";
        }
        if (!MEDIA.matcher(media).matches()) {
            return new ContentType(fallback.media(), parameters, false);
        }
        return new ContentType(media, parameters, true);
    }

    public boolean is(String other) {
        return media.equals(other);
    }

    public boolean isText() {
        return media.startsWith("text/");
    }

    public boolean isMultipart() {
        return media.startsWith("multipart/");
    }

    /** The declared charset's label, null when none. */
    public @Nullable String charset() {
        return parameters.get("charset");
    }

    /** A parameter in lower case, empty when absent. */
    public String token(String parameter) {
        String value = parameters.get(parameter);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }
}
