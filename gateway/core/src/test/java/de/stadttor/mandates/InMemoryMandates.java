package de.stadttor.mandates;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import de.stadttor.people.CitizenId;
import de.stadttor.people.Principal;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryMandates implements Mandates {

    private final Table<MandateId, Mandate> mandates;

    public InMemoryMandates(InMemoryDatabase database) {
        this.mandates = new Table<>(database);
    }

    @Override
    public Mono<Void> add(Mandate mandate) {
        return mandates.write(rows -> rows.put(mandate.id(), mandate));
    }

    @Override
    public Mono<Mandate> find(MandateId id) {
        return mandates.ask(rows -> rows.get(id));
    }

    @Override
    public Flux<Mandate> ofRepresentative(CitizenId citizen) {
        return where(mandate -> mandate.representative().equals(citizen));
    }

    @Override
    public Flux<Mandate> ofTicket(TicketId ticket) {
        return where(mandate -> mandate.evidence().equals(ticket));
    }

    private Flux<Mandate> where(Predicate<Mandate> condition) {
        return mandates.select(rows -> rows.values().stream()
                .filter(condition)
                .sorted(comparing(mandate -> mandate.id().value())));
    }

    @Override
    public Mono<Principal> principal(CitizenId id) {
        return where(mandate -> mandate.principal().id().equals(id)).next().map(Mandate::principal);
    }

    @Override
    public Mono<Void> revoke(MandateId id, Instant at) {
        return mandates.write(
                rows -> rows.computeIfPresent(id, (_, was) -> was.revokedAt() == null ? revoked(was, at) : was));
    }

    private static Mandate revoked(Mandate was, Instant at) {
        return new Mandate(
                was.id(),
                was.representative(),
                was.representativeName(),
                was.principal(),
                was.evidence(),
                was.recordedBy(),
                was.recordedAt(),
                was.until(),
                at);
    }
}
