package de.stadttor.intake;

import de.stadttor.Ports;
import de.stadttor.idempotency.RequestKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Things that were refused at the door. */
final class TestEntries {

    static final Duration KEPT = Duration.ofDays(14);

    private TestEntries() {}

    static Quarantine.Entry of(Ports ports, String client, RequestKey... keys) {
        Instant now = ports.clock().instant();
        return new Quarantine.Entry(
                ports.ids().next(),
                List.of(keys),
                client,
                "header key",
                "insektennest",
                now,
                now.plus(KEPT),
                "{\"status\":422}",
                "{\"form\":\"insektennest\"}",
                null);
    }
}
