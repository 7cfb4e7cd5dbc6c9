package de.stadttor.outbox;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** What became of what had to leave by mail. */
public interface Deliveries {

    /** Empty when no mail with this id was ever tried. */
    Mono<Delivery> find(UUID id);

    /**
     * Notes that a mail came back, and writes the event; a repeat changes nothing. Joins the running transaction, which
     * holds the ticket.
     *
     * @param status enhanced status code (RFC 3463), such as {@code 5.1.1}
     */
    Mono<Void> returned(UUID id, String status);
}
