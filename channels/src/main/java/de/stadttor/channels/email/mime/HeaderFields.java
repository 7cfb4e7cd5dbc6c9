package de.stadttor.channels.email.mime;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The header of a message or part, fields in order of appearance.
 *
 * @param fields at most {@link HeaderBlock#MAX_FIELDS}
 */
public record HeaderFields(List<HeaderField> fields) {

    static final HeaderFields NONE = new HeaderFields(List.of());

    /** The undecoded value of the first field of that name that is not blank; null when there is none. */
    public @Nullable String raw(String name) {
        return all(name).filter(value -> !value.isBlank()).findFirst().orElse(null);
    }

    /** As {@link #raw}, trimmed and in lower case, empty when absent: for comparing with known tokens. */
    public String token(String name) {
        String value = raw(name);
        return value == null ? "" : value.strip().toLowerCase(java.util.Locale.ROOT);
    }

    /** The readable value of the first such field: encoded words and stray 8-bit bytes decoded; null when absent. */
    public @Nullable String text(String name) {
        return text(name, null);
    }

    /** The same, with stray 8-bit bytes taken to be in {@code charset} if they can be. */
    public @Nullable String text(String name, @Nullable String charset) {
        String value = raw(name);
        return value == null ? null : HeaderText.decode(value, charset);
    }

    /** The undecoded values of all such fields, topmost first. */
    public Stream<String> all(String name) {
        return fields.stream().filter(field -> field.is(name)).map(HeaderField::value);
    }

    public boolean has(String name) {
        return raw(name) != null;
    }
}
