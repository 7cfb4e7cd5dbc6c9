package de.stadttor.guests;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Citizen;
import de.stadttor.people.CitizenId;
import de.stadttor.people.GuestSession;
import de.stadttor.people.TestCitizens;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import de.stadttor.seals.Seal;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.ClaimEvent;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.TestTickets;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.TicketId;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ClaimedCasesTest {

    private static final Caseworker KARIN = new Caseworker("karin", "Karin", Set.of(), Set.of("*"));

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final AccessLinks links =
            new AccessLinks(ports.guestAccess(), seal("access-links"), new SecureRandom(), ports.ids(), ports.clock());
    private final ClaimedCases cases = new ClaimedCases(
            links,
            ports.caseClaims(),
            new Access(ports.tickets()),
            ports.tickets(),
            new Journal(ports.log(), ports.tickets(), _ -> Set.of()),
            ports.unitOfWork(),
            seal("claim-objections"),
            ports.ids(),
            ports.clock());
    private final CitizenId guest = new CitizenId(ports.ids().next());
    private final TicketId ticket = TestTickets.stored(ports, guest).block().id();
    private final AccessToken link = issued();
    private final Citizen erika = loggedIn();

    @Test
    void addTheCitizenAndRemoveNobody() {
        claim(erika).expectNext(ticket).verifyComplete();
        assertThat(participants()).containsExactlyInAnyOrder(guest, erika.id());
        assertThat(history()).containsExactly(TicketEvent.Opened.KIND, ClaimEvent.CaseClaimed.KIND);
    }

    @Test
    void changeNothingWhenClaimedAgain() {
        claim(erika).expectNext(ticket).verifyComplete();
        claim(erika).expectNext(ticket).verifyComplete();
        assertThat(history()).containsExactly(TicketEvent.Opened.KIND, ClaimEvent.CaseClaimed.KIND);
    }

    @Test
    void belongToOneCitizenAtMost() {
        claim(erika).expectNext(ticket).verifyComplete();
        claim(loggedIn()).verifyErrorSatisfies(TestRefusals.is(new Refusal.CaseTaken()));
    }

    @Test
    void areNotForGuests() {
        claim(TestCitizens.guest(guest, new GuestSession(ports.ids().next())))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.NotAllowed()));
    }

    @Test
    void takeALinkThatOpens() {
        cases.claim(erika, new AccessToken("wrong"))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.AccessExpired()));
    }

    @Test
    void areGivenBackForGoodWhenTheRegisteredAddressObjects() {
        claim(erika).expectNext(ticket).verifyComplete();
        AccessToken objection = cases.objection(ticket).block();
        done(cases.object(objection));
        done(cases.object(objection));
        assertThat(participants()).containsExactly(guest);
        assertThat(cases.objection(ticket).hasElement().block()).isFalse();
        claim(erika).verifyErrorSatisfies(TestRefusals.is(new Refusal.CaseTaken()));
        assertThat(history())
                .containsExactly(TicketEvent.Opened.KIND, ClaimEvent.CaseClaimed.KIND, ClaimEvent.ClaimEnded.KIND);
    }

    @Test
    void canBeClaimedAgainAfterACaseworkerUndidIt() {
        claim(erika).expectNext(ticket).verifyComplete();
        done(cases.undo(KARIN, ticket));
        assertThat(participants()).containsExactly(guest);
        claim(loggedIn()).expectNext(ticket).verifyComplete();
    }

    @Test
    void tellTheOneWhoLeavesToo() {
        claim(erika).expectNext(ticket).verifyComplete();
        done(cases.undo(KARIN, ticket));
        assertThat(ports.feeds().head(erika.id()).block()).isEqualTo(2);
    }

    @Test
    void refuseAnObjectionThatNobodyWasTold() {
        cases.object(new AccessToken("wrong"))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.AccessExpired()));
    }

    private StepVerifier.FirstStep<TicketId> claim(Citizen citizen) {
        return cases.claim(citizen, link).as(StepVerifier::create);
    }

    private Citizen loggedIn() {
        return TestCitizens.loggedIn(new CitizenId(ports.ids().next()), AssuranceLevel.SUBSTANTIAL);
    }

    private AccessToken issued() {
        links.issue(Map.of(ticket, guest)).block();
        return links.token(ticket);
    }

    private List<CitizenId> participants() {
        return ports.tickets().participants(ticket).collectList().block();
    }

    private List<String> history() {
        return ports.log()
                .read(ticket.stream(), 0, 10)
                .map(event -> event.kind())
                .collectList()
                .block();
    }

    private static void done(Mono<Void> step) {
        step.as(StepVerifier::create).verifyComplete();
    }

    private static Seal seal(String purpose) {
        return Seal.derive(new byte[32], purpose);
    }
}
