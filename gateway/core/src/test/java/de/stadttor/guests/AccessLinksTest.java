package de.stadttor.guests;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import de.stadttor.seals.Seal;
import de.stadttor.ticketing.TicketId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AccessLinksTest {

    private static final Duration LINK_LIFE = Duration.ofDays(90);
    private static final Duration SESSION_LIFE = Duration.ofMinutes(30);
    private static final Duration INSTANT = Duration.ofNanos(1);

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final AccessLinks links = links(ports, new byte[32]);
    private final TicketId ticket = new TicketId(ports.ids().next());
    private final CitizenId guest = new CitizenId(ports.ids().next());

    @BeforeEach
    void issue() {
        links.issue(Map.of(ticket, guest)).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void computesTheSameTokenOnEveryNodeAndAnotherForEveryTicket() {
        var elsewhere = links(InMemoryPorts.fresh(), new byte[32]);
        assertThat(elsewhere.token(ticket)).isEqualTo(links.token(ticket));
        assertThat(links.token(new TicketId(ports.ids().next()))).isNotEqualTo(links.token(ticket));
        assertThat(links.token(ticket).secret()).hasSize(43).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void computesAnotherTokenWithAnotherKey() {
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(links(ports, other).token(ticket)).isNotEqualTo(links.token(ticket));
    }

    @Test
    void keepsHashesOnly() {
        var opened = links.open(links.token(ticket)).block();
        holds(links.token(ticket).hash(), true);
        holds(links.token(ticket).secret(), false);
        holds(opened.session().hash(), true);
        holds(opened.session().secret(), false);
    }

    @Test
    void saysNoTokenAloud() {
        assertThat(links.token(ticket).toString())
                .doesNotContain(links.token(ticket).secret());
    }

    @Test
    void tellsATokenOnlyOfATicketThatHasALink() {
        links.tokenIfIssued(ticket)
                .as(StepVerifier::create)
                .expectNext(links.token(ticket))
                .verifyComplete();
        links.tokenIfIssued(new TicketId(ports.ids().next()))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void opensItsTicketAsTheWeakestOfCitizens() {
        var opened = links.open(links.token(ticket)).block();
        assertThat(opened.ticket()).isEqualTo(ticket);
        links.recognize(opened.session())
                .as(StepVerifier::create)
                .assertNext(citizen -> {
                    assertThat(citizen.id()).isEqualTo(guest);
                    assertThat(citizen.level()).isEqualTo(AssuranceLevel.BASIC);
                    assertThat(citizen.until())
                            .isEqualTo(ports.clock().instant().plus(SESSION_LIFE));
                })
                .verifyComplete();
    }

    @Test
    void opensAgainAndAgainWithASessionOfItsOwnEach() {
        var first = links.open(links.token(ticket)).block();
        var second = links.open(links.token(ticket)).block();
        assertThat(first.session()).isNotEqualTo(second.session());
    }

    @Test
    void opensOnTheLastInstantOfItsLifeAndNotAfter() {
        ports.clock().advance(LINK_LIFE.minus(INSTANT));
        links.open(links.token(ticket))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        ports.clock().advance(INSTANT);
        refused(links.open(links.token(ticket)));
    }

    @Test
    void refusesATokenThatWasNeverGivenOut() {
        refused(links.open(new AccessToken("x")));
        refused(links.open(links.token(new TicketId(ports.ids().next()))));
    }

    @Test
    void refusesARevokedLink() {
        var token = new AccessToken("revoked");
        var until = ports.clock().instant().plus(LINK_LIFE);
        ports.guestAccess()
                .addLinks(List.of(new GuestAccess.Link(token.hash(), ticket, guest, until, true)))
                .then(Mono.defer(() -> links.open(token)))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.AccessExpired()));
    }

    @Test
    void forgetsASessionAfterHalfAnHour() {
        var opened = links.open(links.token(ticket)).block();
        ports.clock().advance(SESSION_LIFE.minus(INSTANT));
        links.recognize(opened.session())
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        ports.clock().advance(INSTANT);
        links.recognize(opened.session()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void forgetsASessionThatWasEnded() {
        var opened = links.open(links.token(ticket)).block();
        var session = links.recognize(opened.session()).block().guestSession();
        links.lives(session).as(StepVerifier::create).expectNext(true).verifyComplete();
        links.end(session).as(StepVerifier::create).verifyComplete();
        links.lives(session).as(StepVerifier::create).expectNext(false).verifyComplete();
        links.recognize(opened.session()).as(StepVerifier::create).verifyComplete();
    }

    private void holds(String text, boolean expected) {
        ports.guestAccess()
                .holds(text)
                .as(StepVerifier::create)
                .expectNext(expected)
                .verifyComplete();
    }

    private static void refused(Mono<AccessLinks.Opened> opening) {
        opening.as(StepVerifier::create).verifyErrorSatisfies(TestRefusals.is(new Refusal.AccessExpired()));
    }

    private static AccessLinks links(InMemoryPorts ports, byte[] key) {
        var seal = Seal.derive(key, "access-links");
        return new AccessLinks(ports.guestAccess(), seal, new SecureRandom(), ports.ids(), ports.clock());
    }
}
