package de.stadttor.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Citizen;
import de.stadttor.people.CitizenId;
import de.stadttor.people.TestCitizens;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AccessTest {

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final Access access = new Access(ports.tickets());
    private final CitizenId owner = new CitizenId(ports.ids().next());
    private final CitizenId stranger = new CitizenId(ports.ids().next());
    private final Ticket ticket = TestTickets.demanding(AssuranceLevel.SUBSTANTIAL);

    @BeforeEach
    void store() {
        ports.tickets()
                .open(List.of(new Tickets.Opening(ticket, owner)))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void showsATicketToItsCitizenAtItsLevel() {
        shown(access.readable(citizen(owner, AssuranceLevel.SUBSTANTIAL), ticket.id()));
        shown(access.writable(citizen(owner, AssuranceLevel.HIGH), ticket.id()));
    }

    @Test
    void asksItsCitizenForAStrongerLogin() {
        var weak = citizen(owner, AssuranceLevel.LOW);
        var refusal = new Refusal.LevelTooLow(AssuranceLevel.LOW, AssuranceLevel.SUBSTANTIAL);
        refused(access.readable(weak, ticket.id()), refusal);
        refused(access.writable(weak, ticket.id()), refusal);
    }

    @Test
    void hidesAStrangersTicketAsUnknownAtEveryLevel() {
        for (AssuranceLevel level : AssuranceLevel.values()) {
            refused(access.readable(citizen(stranger, level), ticket.id()), new Refusal.TicketUnknown());
            refused(access.writable(citizen(stranger, level), ticket.id()), new Refusal.TicketUnknown());
        }
    }

    @Test
    void answersForATicketThatDoesNotExistAsForAStrangers() {
        var none = new TicketId(ports.ids().next());
        refused(access.readable(citizen(owner, AssuranceLevel.HIGH), none), new Refusal.TicketUnknown());
        refused(access.readable(caseworker("*"), none), new Refusal.TicketUnknown());
    }

    @Test
    void announcesATicketToItsCitizenAtAnyLevelAndToNobodyElse() {
        shown(access.announced(citizen(owner, AssuranceLevel.BASIC), ticket.id()));
        access.announced(citizen(stranger, AssuranceLevel.HIGH), ticket.id())
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void showsATicketToWhoWorksOnItsQueue() {
        shown(access.readable(caseworker(TestTickets.QUEUE), ticket.id()));
        shown(access.writable(caseworker("*"), ticket.id()));
    }

    @Test
    void hidesATicketOfAnotherQueueAsUnknown() {
        refused(access.readable(caseworker("tiere"), ticket.id()), new Refusal.TicketUnknown());
        refused(access.writable(caseworker("tiere"), ticket.id()), new Refusal.TicketUnknown());
    }

    @Test
    void looksForACaseworkerInTheirQueuesOnly() {
        assertThat(Access.queues(caseworker("tiere"), null)).containsExactly("tiere");
        assertThat(Access.queues(caseworker("tiere"), "tiere")).containsExactly("tiere");
        assertThat(Access.queues(caseworker("tiere"), "gartenbau")).isEmpty();
        assertThat(Access.queues(caseworker("*"), null)).isNull();
        assertThat(Access.queues(caseworker("*"), "gartenbau")).containsExactly("gartenbau");
    }

    private void shown(Mono<Ticket> answer) {
        answer.as(StepVerifier::create).expectNext(ticket).verifyComplete();
    }

    private static void refused(Mono<Ticket> answer, Refusal refusal) {
        answer.as(StepVerifier::create).verifyErrorSatisfies(TestRefusals.is(refusal));
    }

    private static Citizen citizen(CitizenId id, AssuranceLevel level) {
        return TestCitizens.loggedIn(id, level);
    }

    private static Caseworker caseworker(String queue) {
        return new Caseworker("k.muster", "K. Muster", Set.of(Caseworker.Role.CASEWORKER), Set.of(queue));
    }
}
