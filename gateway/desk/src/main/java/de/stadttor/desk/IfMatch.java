package de.stadttor.desk;

import de.stadttor.web.BadRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The version that a change names by its entity tag. */
public final class IfMatch {

    private static final long NO_VERSION = -1;

    private IfMatch() {}

    /** Refused without the header; a tag that we never gave names no version. */
    public static long version(HttpHeaders headers) {
        return version(headers.getFirst(HttpHeaders.IF_MATCH));
    }

    public static long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new BadRequest(BadRequest.Reason.PRECONDITION, HttpHeaders.IF_MATCH);
        }
        return named(ifMatch);
    }

    /**
     * Null without the header. An empty one is a condition that nothing fulfils (RFC 9110, 13.1.1), not a missing one.
     */
    public static @Nullable Long versionOrNull(@Nullable String ifMatch) {
        return ifMatch == null ? null : Long.valueOf(named(ifMatch));
    }

    private static long named(String ifMatch) {
        String tag = ifMatch.strip();
        return tag.matches("\"\\d{1,18}\"") ? Long.parseLong(tag.substring(1, tag.length() - 1)) : NO_VERSION;
    }
}
