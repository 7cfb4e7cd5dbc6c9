package de.stadttor.outbox;

import java.time.Duration;

/**
 * What became of one try to deliver. Codes are enhanced status codes (RFC 3463) where the other side gave one, such as
 * {@code 5.1.1}, otherwise words of ours; never the other side's text, which may hold names and addresses.
 */
public sealed interface Attempt {

    /** Somebody else has taken over the duty to deliver it. */
    record Sent() implements Attempt {}

    /** Refused for good: trying again would change nothing. */
    record Refused(String code) implements Attempt {}

    /** There is nobody to tell: it stays here, and nobody wants to read about it. */
    record Unaddressed() implements Attempt {}

    /** It shall not leave. */
    record Withheld(String reason) implements Attempt {}

    /** Refused for now. */
    record Deferred(String code) implements Attempt {}

    /** Nobody was there to take it, which is not the item's fault: soon again. */
    record Unreached(String code) implements Attempt {}

    /** Not tried at all, so that it counts as no try. */
    record NotNow(Duration pause) implements Attempt {}
}
