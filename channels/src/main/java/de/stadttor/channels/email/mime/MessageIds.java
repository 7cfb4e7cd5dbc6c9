package de.stadttor.channels.email.mime;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Message identifiers (RFC 5322, 3.6.4), without their brackets, which are punctuation and not part of the id. */
public final class MessageIds {

    private static final Pattern BRACKETED = Pattern.compile("<([^<>]{1,1000})>");
    private static final Pattern BARE = Pattern.compile("(?<![^\\s<>,;\"@])[^\\s<>,;\"@]{1,500}+@[^\\s<>,;\"]{1,500}");
    private static final int MAX = 1_000;
    private static final int LONGEST_FIELD = 64 << 10;

    private MessageIds() {}

    /** All ids of a field such as References, in order; those without brackets too when none has brackets. */
    public static List<String> all(@Nullable String value) {
        if (value == null) {
            return List.of();
        }
        String field = value.substring(0, Math.min(value.length(), LONGEST_FIELD));
        List<String> bracketed = BRACKETED
                .matcher(field)
                .results()
                .map(result -> result.group(1).replaceAll("\\s+", ""))
                .filter(id -> !id.isEmpty())
                .distinct()
                .limit(MAX)
                .toList();
        if (!bracketed.isEmpty()) {
            return bracketed;
        }
        return BARE.matcher(field)
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MAX)
                .toList();
    }

    /** The one id of a field such as Message-ID; whatever stands there when it looks like none; null when absent. */
    public static @Nullable String one(@Nullable String field) {
        List<String> all = all(field);
        if (!all.isEmpty()) {
            return all.getFirst();
        }
        return field == null || field.isBlank()
                ? null
                : HeaderText.decode(field.substring(0, Math.min(field.length(), 1_000)))
                        .replaceAll("[<>]", "")
                        .strip();
    }
}
