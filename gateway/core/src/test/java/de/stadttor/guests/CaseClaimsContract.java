package de.stadttor.guests;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.guests.CaseClaims.CaseClaim;
import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.ClaimEvent.ClaimEnded.Cause;
import de.stadttor.ticketing.TicketId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every {@link CaseClaims} promises. */
public interface CaseClaimsContract {

    Ports ports();

    @Test
    default void findsAClaimByItsTicketAndByItsObjection() {
        CaseClaim claim = added(new TicketId(ports().ids().next()));
        assertThat(claims().ofTicket(claim.ticket()).block()).isEqualTo(claim);
        assertThat(claims().byObjection(claim.objectionHash()).block()).isEqualTo(claim);
        claims().byObjection(hash()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void findsTheLatestClaimOfATicket() {
        TicketId ticket = new TicketId(ports().ids().next());
        added(ticket);
        CaseClaim latest = added(ticket);
        assertThat(claims().ofTicket(ticket).block()).isEqualTo(latest);
    }

    @Test
    default void endsAClaimOnceForTheFirstReason() {
        CaseClaim claim = added(new TicketId(ports().ids().next()));
        end(claim, Cause.OBJECTION);
        end(claim, Cause.CASEWORKER);
        assertThat(claims().ofTicket(claim.ticket()).block().ended()).isEqualTo(Cause.OBJECTION);
    }

    private CaseClaims claims() {
        return ports().caseClaims();
    }

    private void end(CaseClaim claim, Cause cause) {
        ports().unitOfWork()
                .commit(() -> claims().end(claim.id(), cause, ports().clock().instant()))
                .block();
    }

    private CaseClaim added(TicketId ticket) {
        var claim = new CaseClaim(
                ports().ids().next(),
                ticket,
                new CitizenId(ports().ids().next()),
                new CitizenId(ports().ids().next()),
                ports().clock().instant(),
                hash(),
                null);
        ports().unitOfWork().commit(() -> claims().add(claim)).block();
        return claim;
    }

    private static String hash() {
        return new AccessToken(UUID.randomUUID().toString()).hash();
    }
}
