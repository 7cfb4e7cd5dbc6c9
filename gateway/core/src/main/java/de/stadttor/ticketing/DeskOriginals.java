package de.stadttor.ticketing;

import de.stadttor.people.Caseworker;
import de.stadttor.privacy.Audit;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import reactor.core.publisher.Mono;

/** Messages as they came, for caseworkers. Every look is on record before it answers. */
public final class DeskOriginals {

    private final Access access;
    private final Messages messages;
    private final Originals originals;
    private final Audit audit;

    public DeskOriginals(Access access, Messages messages, Originals originals, Audit audit) {
        this.access = access;
        this.messages = messages;
        this.originals = originals;
        this.audit = audit;
    }

    /** Refused as not found when there is none, or when it is no longer kept. */
    public Mono<Original.Raw> read(Caseworker caseworker, TicketId id, MessageId messageId) {
        return access.readable(caseworker, id)
                .delayUntil(ticket -> audit.read(caseworker, Audit.Subject.of("original", messageId)))
                .then(messages.find(messageId))
                .filter(message -> message.ticket().equals(id))
                .flatMap(message -> originals.find(message.id()))
                .mapNotNull(Original::raw)
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())))
                .checkpoint("read original");
    }
}
