package de.stadttor.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.people.CitizenId;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class MergedTicketsTest {

    private static final Caseworker GARDENER =
            new Caseworker("e.garten", "E. Garten", Set.of(Caseworker.Role.CASEWORKER), Set.of(TestTickets.QUEUE));

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final MergedTickets merged = new MergedTickets(
            ports.tickets(),
            ports.merges(),
            new Journal(ports.log(), ports.tickets(), _ -> Set.of()),
            ports.unitOfWork(),
            ports.clock());

    @Test
    void closesTheOneAndNamesTheOther() {
        Ticket source = ticket(AssuranceLevel.BASIC);
        Ticket target = ticket(AssuranceLevel.BASIC);
        merge(source, target);

        assertThat(ports.tickets().find(source.id()).block()).satisfies(after -> {
            assertThat(after.state()).isEqualTo(TicketState.CLOSED);
            assertThat(after.possiblyRelated()).isEqualTo(target.id());
        });
        assertThat(ports.tickets().find(target.id()).block()).isEqualTo(target);
        assertThat(ports.merges().targets(List.of(source.id())).block()).containsEntry(source.id(), target.id());
    }

    @Test
    void changesNothingWhenRepeated() {
        Ticket source = ticket(AssuranceLevel.BASIC);
        Ticket target = ticket(AssuranceLevel.BASIC);
        merge(source, target);
        Ticket once = ports.tickets().find(source.id()).block();
        merge(source, target);

        assertThat(ports.tickets().find(source.id()).block()).isEqualTo(once);
    }

    @Test
    void makesNoChainsAndNoCircles() {
        Ticket first = ticket(AssuranceLevel.BASIC);
        Ticket second = ticket(AssuranceLevel.BASIC);
        merge(first, second);

        refuses(ticket(AssuranceLevel.BASIC), first, new Refusal.StateConflict("merged", "merge"));
        refuses(first, ticket(AssuranceLevel.BASIC), new Refusal.StateConflict("merged", "merge"));
        refuses(second, second, Refusal.Invalid.at("/into", "not-mergeable"));
    }

    @Test
    void lowersNoLevel() {
        refuses(
                ticket(AssuranceLevel.HIGH),
                ticket(AssuranceLevel.BASIC),
                Refusal.Invalid.at("/into", "not-mergeable"));
    }

    @Test
    void isForTicketsOfOneAddressAndOfTheCaseworkersQueues() {
        Ticket mine = ticket(AssuranceLevel.BASIC);
        Ticket others = stored(TestTickets.change(fresh()).queue("tiere").done());
        refuses(mine, others, Refusal.Invalid.at("/into", "not-mergeable"));
        refuses(others, mine, new Refusal.TicketUnknown());
    }

    private void merge(Ticket source, Ticket target) {
        merged.merge(GARDENER, source.id(), target.id()).block();
    }

    private void refuses(Ticket source, Ticket target, Refusal refusal) {
        merged.merge(GARDENER, source.id(), target.id())
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(refusal));
    }

    private Ticket ticket(AssuranceLevel level) {
        return stored(TestTickets.change(fresh()).level(level).done());
    }

    private Ticket fresh() {
        return TestTickets.unknownTo(ports).block();
    }

    private Ticket stored(Ticket ticket) {
        return TestTickets.stored(ports, ticket, new CitizenId(ports.ids().next()))
                .block();
    }
}
