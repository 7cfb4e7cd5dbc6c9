package de.stadttor.privacy;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where looks are kept. */
public interface AuditTrail {

    /** Writes all or none, durably. */
    Mono<Void> write(List<Look> looks);

    /** @param reader reference of who looked */
    record Look(String reader, Audit.Subject subject, Instant at) {}
}
