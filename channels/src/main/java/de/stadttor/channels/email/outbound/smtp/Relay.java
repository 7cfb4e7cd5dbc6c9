package de.stadttor.channels.email.outbound.smtp;

import de.stadttor.outbox.Attempt;
import reactor.core.publisher.Mono;

/** The server that takes over what leaves. */
public interface Relay {

    /** False while it is no use trying. */
    boolean ready();

    /** @return what it answered; its answers are no errors, and neither is its silence */
    Mono<Attempt> send(OutgoingMail mail);
}
