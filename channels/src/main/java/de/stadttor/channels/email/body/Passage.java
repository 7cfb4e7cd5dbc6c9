package de.stadttor.channels.email.body;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the body.
 *
 * @param plain the sender's plain text, null when there is only HTML
 * @param html null when there is only plain text
 */
record Passage(@Nullable String plain, @Nullable String html) {

    /** One passage of several that say the same: {@code best} has the HTML. */
    static Passage alternatives(List<Passage> best, List<Passage> plain) {
        return new Passage(plain.isEmpty() ? plainIfComplete(best) : plain(plain), html(best));
    }

    boolean isBlank() {
        return (plain == null || plain.isBlank()) && (html == null || html.isBlank());
    }

    static boolean isBlank(List<Passage> passages) {
        return passages.stream().allMatch(Passage::isBlank);
    }

    /** All in one as HTML; null when none of them is HTML. */
    static @Nullable String html(List<Passage> passages) {
        if (passages.stream().allMatch(passage -> passage.html == null)) {
            return null;
        }
        return passages.stream().map(Passage::asHtml).collect(Collectors.joining("<br>\n"));
    }

    /** All plain texts, with a line break between them. */
    static String plain(List<Passage> passages) {
        return passages.stream()
                .map(Passage::plain)
                .filter(Objects::nonNull)
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n\n"));
    }

    /** As {@link #plain}, or null when one passage has no plain text. */
    static @Nullable String plainIfComplete(List<Passage> passages) {
        return passages.stream().anyMatch(passage -> passage.plain == null) ? null : plain(passages);
    }

    private String asHtml() {
        if (html != null) {
            return html;
        }
        return "<div style=\"white-space:pre-wrap\">" + Entities.escape(Objects.requireNonNullElse(plain, ""))
                + "</div>";
    }
}
