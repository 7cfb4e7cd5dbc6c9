package de.stadttor.web.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An RFC 9457 problem with our extensions; {@code type} is the contract, the sentences are for people. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String requestId,
        @Nullable List<Fault> errors,
        @Nullable String requiredLevel,
        @Nullable String stepUpUrl,
        @Nullable Long limitBytes,
        @Nullable List<Instant> alternatives) {

    /** The same with the address of a login that would do. */
    Problem steppingUpAt(String url) {
        return new Problem(
                type, title, status, detail, requestId, errors, requiredLevel, url, limitBytes, alternatives);
    }

    /** @param pointer place in the body (RFC 6901) */
    public record Fault(String pointer, String detail, String code) {}
}
