package de.stadttor.saml.response;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Which assertions were used. Several instances behind one address need a shared implementation. */
public interface UsedAssertions {

    /**
     * Marks an assertion as used, in one step with looking whether it was.
     *
     * @param key 64 hex digits that stand for issuer and ID
     * @param until from when on the mark may be dropped, as the assertion is too old by itself
     * @return true for the first caller, false for every other
     */
    Mono<Boolean> markUsed(String key, Instant until);
}
