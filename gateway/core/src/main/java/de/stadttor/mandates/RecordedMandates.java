package de.stadttor.mandates;

import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.Outcome;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.people.CitizenId;
import de.stadttor.people.Principal;
import de.stadttor.privacy.Audit;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.MandateEvent;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets caseworkers record that a citizen may act for somebody else. What proves it came in by a ticket, with an
 * identity that was proven at least substantially; its sender becomes the representative.
 */
public final class RecordedMandates {

    private static final AssuranceLevel PROVEN = AssuranceLevel.SUBSTANTIAL;

    private final Access access;
    private final Tickets tickets;
    private final Mandates mandates;
    private final Journal journal;
    private final UnitOfWork unitOfWork;
    private final OnceOnly once;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    public RecordedMandates(
            Access access,
            Tickets tickets,
            Mandates mandates,
            Journal journal,
            UnitOfWork unitOfWork,
            OnceOnly once,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.tickets = tickets;
        this.mandates = mandates;
        this.journal = journal;
        this.unitOfWork = unitOfWork;
        this.once = once;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Every mandate that this ticket proves, ended ones too. */
    public Flux<Mandate> list(Caseworker caseworker, TicketId ticket) {
        return access.readable(caseworker, ticket)
                .delayUntil(_ -> audit.read(caseworker, Audit.Subject.of("mandates", ticket)))
                .thenMany(mandates.ofTicket(ticket));
    }

    /**
     * Records a mandate of the ticket's sender. A repeat with the same key gets the first one back.
     *
     * @param until when it ends by itself; null for never
     */
    public Mono<Outcome<Mandate>> record(
            Caseworker caseworker, TicketId ticket, Whom whom, @Nullable Instant until, @Nullable RequestKey key) {
        if (until != null && !until.isAfter(clock.instant())) {
            return Mono.error(() -> new Refused(Refusal.Invalid.at("/until", "past")));
        }
        return once.run(
                        key,
                        ids.next(),
                        id -> unitOfWork.commit(() -> once.claim(key, id)
                                .then(access.writable(caseworker, ticket))
                                .flatMap(found -> Mono.zip(representative(found), principal(whom))
                                        .map(both -> mandate(
                                                new MandateId(id),
                                                caseworker,
                                                found,
                                                both.getT1(),
                                                both.getT2(),
                                                until))
                                        .flatMap(mandate -> store(ticket, mandate)))))
                .flatMap(done -> access.readable(caseworker, ticket)
                        .then(mandates.find(new MandateId(done.value())))
                        .map(mandate -> new Outcome<>(mandate, done.repeated())))
                .checkpoint("record mandate");
    }

    /** Ends a mandate of this ticket at once; one that ended before stays as it is. */
    public Mono<Void> revoke(Caseworker caseworker, TicketId ticket, MandateId id) {
        return unitOfWork
                .<Void>commit(() -> access.writable(caseworker, ticket)
                        .then(mandates.find(id))
                        .filter(mandate -> mandate.evidence().equals(ticket))
                        .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())))
                        .filter(mandate -> mandate.revokedAt() == null)
                        .flatMap(_ -> mandates.revoke(id, clock.instant())
                                .then(journal.record(ticket, List.of(new MandateEvent.MandateRevoked(id.value()))))))
                .checkpoint("revoke mandate");
    }

    private Mono<Void> store(TicketId ticket, Mandate mandate) {
        var event = new MandateEvent.MandateRecorded(mandate.id().value());
        return mandates.add(mandate).then(journal.record(ticket, List.of(event)));
    }

    /** The one verified citizen behind the ticket; whoever acts for another gives no mandate on. */
    private Mono<CitizenId> representative(Ticket ticket) {
        if (ticket.contact().anonymous() || !ticket.origin().level().satisfies(PROVEN)) {
            return unproven();
        }
        return tickets.participants(ticket.id())
                .collectList()
                .filter(participants -> participants.size() == 1)
                .map(List::getFirst)
                .filterWhen(sender -> mandates.principal(sender).hasElement().map(principal -> !principal))
                .switchIfEmpty(unproven());
    }

    private Mono<Principal> principal(Whom whom) {
        return switch (whom) {
            case Whom.Known(var id) ->
                mandates.principal(id)
                        .switchIfEmpty(Mono.error(
                                () -> new Refused(Refusal.Invalid.at("/principal/id", "unknown-principal"))));
            case Whom.New(var kind, var name) ->
                Mono.fromSupplier(() -> new Principal(new CitizenId(ids.next()), kind, name));
        };
    }

    private Mandate mandate(
            MandateId id,
            Caseworker caseworker,
            Ticket ticket,
            CitizenId representative,
            Principal principal,
            @Nullable Instant until) {
        return new Mandate(
                id,
                representative,
                Objects.requireNonNullElse(ticket.contact().name(), ""),
                principal,
                ticket.id(),
                caseworker.reference(),
                clock.instant(),
                until,
                null);
    }

    private static <T> Mono<T> unproven() {
        return Mono.error(() -> new Refused(new Refusal.IdentityUnproven()));
    }

    /** Whom the mandate is for. */
    public sealed interface Whom {

        /** Somebody for whom no mandate was recorded before. */
        record New(Principal.Kind kind, String name) implements Whom {}

        /** The principal of another mandate: a second guardian, another employee. */
        record Known(CitizenId id) implements Whom {}
    }
}
