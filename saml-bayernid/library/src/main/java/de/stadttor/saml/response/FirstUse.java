package de.stadttor.saml.response;

import de.stadttor.saml.opensaml.AssertionFacts;
import de.stadttor.saml.outcome.Rejection;
import de.stadttor.saml.outcome.ResponseRefused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import reactor.core.publisher.Mono;

/** Check 10: no assertion is used twice, by whatever way it comes again. */
final class FirstUse {

    private final UsedAssertions used;

    FirstUse(UsedAssertions used) {
        this.used = used;
    }

    /** Completes for the first use, fails with {@link ResponseRefused} for every other. */
    Mono<Void> check(AssertionFacts assertion, Expectation expected) {
        return Mono.defer(() -> used.markUsed(key(assertion), end(assertion, expected)))
                .filter(first -> first)
                .switchIfEmpty(Mono.error(() -> new ResponseRefused(Rejection.REPLAY, "used-before")))
                .then();
    }

    /** No answer passes {@link Expectation#isFresh} any more after this, whatever ends it states itself. */
    private static Instant end(AssertionFacts assertion, Expectation expected) {
        var policy = expected.profile().policy();
        return assertion.issuedAt().plus(policy.longestValidity()).plus(policy.clockSkew());
    }

    private static String key(AssertionFacts assertion) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            String name = assertion.issuer() + "\n" + assertion.id();
            return HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
