package de.stadttor.guests;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import de.stadttor.ticketing.ClaimEvent.ClaimEnded.Cause;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

public final class InMemoryCaseClaims implements CaseClaims {

    private final Table<UUID, CaseClaim> claims;

    public InMemoryCaseClaims(InMemoryDatabase database) {
        this.claims = new Table<>(database);
    }

    @Override
    public Mono<Void> add(CaseClaim claim) {
        return claims.write(rows -> rows.put(claim.id(), claim));
    }

    @Override
    public Mono<CaseClaim> ofTicket(TicketId ticket) {
        return claims.ask(rows -> rows.values().stream()
                .filter(claim -> claim.ticket().equals(ticket))
                .max(comparing(CaseClaim::id))
                .orElse(null));
    }

    @Override
    public Mono<CaseClaim> byObjection(String objectionHash) {
        return claims.ask(rows -> rows.values().stream()
                .filter(claim -> claim.objectionHash().equals(objectionHash))
                .findAny()
                .orElse(null));
    }

    @Override
    public Mono<Void> end(UUID claim, Cause cause, Instant at) {
        return claims.write(rows -> rows.computeIfPresent(
                claim,
                (id, was) -> was.stands()
                        ? new CaseClaim(
                                id, was.ticket(), was.citizen(), was.guest(), was.at(), was.objectionHash(), cause)
                        : was));
    }
}
