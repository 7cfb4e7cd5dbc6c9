package de.stadttor.live;

import de.stadttor.refusal.Refused;
import java.time.Duration;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/** A stream outlasts a database that is away or busy for some seconds: thousands that come back at once are worse. */
final class Outlasting {

    /** About half a minute in all; a refusal is no outage. */
    static final RetryBackoffSpec OUTAGES = Retry.backoff(18, Duration.ofMillis(50))
            .maxBackoff(Duration.ofSeconds(2))
            .jitter(0.5)
            .filter(failure -> !(failure instanceof Refused))
            .onRetryExhaustedThrow((_, last) -> last.failure());

    private Outlasting() {}
}
