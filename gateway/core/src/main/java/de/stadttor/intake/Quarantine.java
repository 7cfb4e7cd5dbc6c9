package de.stadttor.intake;

import de.stadttor.idempotency.RequestKey;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Copies of what was refused at the door, for a person to see. Bounded per client and day, gone after 14 days. */
public interface Quarantine {

    /** Keeps a copy, unless the client has filled its share of the day; a copy of the same key replaces the former. */
    Mono<Void> keep(Entry entry);

    /** Later valid submissions with one of the same keys close entries; joins the running transaction. */
    Mono<Void> close(Map<TicketId, List<RequestKey>> keys);

    /** Newest first, without bodies. */
    Flux<Entry> list(@Nullable UUID before, int limit);

    Mono<Entry> find(UUID id);

    /** Removes what is older than it may be. */
    Mono<Long> expire(Instant now);

    /**
     * @param keys that a later submission may share with it
     * @param client who handed it in
     * @param idempotencyKey the header it came with; null for none
     * @param form that it named; null when that could not be read
     * @param reason the problem that it was answered with, as JSON text
     * @param body as it came, cut at the limit of the store
     * @param closedBy the ticket that a later submission made; null while there is none
     */
    record Entry(
            UUID id,
            List<RequestKey> keys,
            String client,
            @Nullable String idempotencyKey,
            @Nullable String form,
            Instant receivedAt,
            Instant expiresAt,
            String reason,
            String body,
            @Nullable TicketId closedBy) {}
}
