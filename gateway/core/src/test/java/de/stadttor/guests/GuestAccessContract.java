package de.stadttor.guests;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.guests.GuestAccess.Link;
import de.stadttor.guests.GuestAccess.Session;
import de.stadttor.people.CitizenId;
import de.stadttor.people.GuestSession;
import de.stadttor.ticketing.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every {@link GuestAccess} promises. */
public interface GuestAccessContract {

    Ports ports();

    @Test
    default void findsALinkWhetherStillValidOrNot() {
        Link valid = link(false);
        Link revoked = link(true);
        assertThat(access().link(valid.tokenHash()).block()).isEqualTo(valid);
        assertThat(access().link(revoked.tokenHash()).block()).isEqualTo(revoked);
        access().link(hash()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void findsASessionByItsSecretsHash() {
        Session session = session(link(false));
        assertThat(access().session(session.tokenHash()).block()).isEqualTo(session);
        access().session(hash()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void letsASessionLiveUntilItsLastInstant() {
        Session session = session(link(false));
        lives(session, session.expiresAt().minusNanos(1000), true);
        lives(session, session.expiresAt(), false);
    }

    @Test
    default void endsASessionEarly() {
        Session ended = session(link(false));
        Session other = session(link(false));
        access().end(ended.id()).block();
        lives(ended, ports().clock().instant(), false);
        access().session(ended.tokenHash()).as(StepVerifier::create).verifyComplete();
        lives(other, ports().clock().instant(), true);
    }

    @Test
    default void endsTheSessionsOfARevokedLink() {
        lives(session(link(true)), ports().clock().instant(), false);
    }

    @Test
    default void revokesTheLinkOfATicketOnceAndNoOther() {
        Link shut = link(false);
        Link other = link(false);
        Session session = session(shut);
        assertThat(revoked(shut)).isEqualTo(1);
        assertThat(revoked(shut)).isZero();
        assertThat(access().link(shut.tokenHash()).map(Link::revoked).block()).isTrue();
        assertThat(access().link(other.tokenHash()).map(Link::revoked).block()).isFalse();
        lives(session, ports().clock().instant(), false);
    }

    @Test
    default void letsNoUnknownSessionLive() {
        access().lives(new GuestSession(ports().ids().next()), ports().clock().instant())
                .as(StepVerifier::create)
                .expectNext(false)
                .verifyComplete();
    }

    private GuestAccess access() {
        return ports().guestAccess();
    }

    private Long revoked(Link link) {
        return ports().unitOfWork().commit(() -> access().revoke(link.ticket())).block();
    }

    private void lives(Session session, Instant now, boolean expected) {
        access().lives(session.id(), now)
                .as(StepVerifier::create)
                .expectNext(expected)
                .verifyComplete();
    }

    private Link link(boolean revoked) {
        var link = new Link(
                hash(),
                new TicketId(ports().ids().next()),
                new CitizenId(ports().ids().next()),
                ports().clock().instant().plus(Duration.ofDays(90)),
                revoked);
        ports().unitOfWork().commit(() -> access().addLinks(List.of(link))).block();
        return link;
    }

    private Session session(Link link) {
        var session = new Session(
                new GuestSession(ports().ids().next()),
                hash(),
                link.tokenHash(),
                link.guest(),
                ports().clock().instant().plus(Duration.ofMinutes(30)));
        access().addSession(session).block();
        return session;
    }

    private static String hash() {
        return new AccessToken(UUID.randomUUID().toString()).hash();
    }
}
