package de.stadttor.channels.email.inbound;

import de.stadttor.ticketing.Priority;
import reactor.core.publisher.Mono;

/** Where mails go that begin a ticket: by their mailbox. */
final class MailRoutes {

    private final String queue;

    /** @param queue of mailboxes of which nothing else is said */
    MailRoutes(String queue) {
        this.queue = queue;
    }

    Mono<Route> of(ReadMail mail) {
        return Mono.just(new Route(queue, Priority.NORMAL, false, false));
    }
}
