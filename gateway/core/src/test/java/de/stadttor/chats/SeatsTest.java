package de.stadttor.chats;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Who gets which chat. */
class SeatsTest {

    private final TestOffice office = new TestOffice();

    @Test
    void goToWhoHasBeenIdleLongest() {
        office.operator("first", 2);
        office.ports.clock().advance(Duration.ofSeconds(1));
        office.operator("second", 2);
        Chat one = office.opened("eins").chat();
        office.offers.round().block();
        assertThat(offeredTo(one)).isEqualTo("first");
        office.ports.clock().advance(Duration.ofSeconds(1));
        office.seats.accept(TestOffice.caseworker("first"), one.id()).block();
        Chat two = office.opened("zwei").chat();
        office.offers.round().block();

        assertThat(offeredTo(two)).isEqualTo("second");
    }

    @Test
    void areOfferedInTheOrderInWhichTheyCame() {
        office.operator("karin", 1);
        Chat one = office.opened("eins").chat();
        office.ports.clock().advance(Duration.ofSeconds(1));
        Chat two = office.opened("zwei").chat();
        office.offers.round().block();

        assertThat(offeredTo(one)).isEqualTo("karin");
        assertThat(offeredTo(two)).isNull();
    }

    @Test
    void waitForNoOtherLine() {
        Instant now = office.ports.clock().instant();
        for (int place = 1; place <= 60; place++) {
            office.ports
                    .chats()
                    .add(TestChats.waiting(office.ports, "tiere", now, place))
                    .block();
        }
        office.operator("karin", 1);
        office.ports.clock().advance(Duration.ofSeconds(1));
        Chat chat = office.opened("eins").chat();
        office.offers.round().block();

        assertThat(offeredTo(chat)).isEqualTo("karin");
    }

    @Test
    void areNoMoreThanAnOperatorCanBear() {
        Caseworker karin = office.operator("karin", 1);
        Chat one = office.opened("eins").chat();
        Chat two = office.opened("zwei").chat();
        office.seats.accept(karin, one.id()).block();
        office.offers.round().block();

        assertThat(offeredTo(two)).isNull();
        StepVerifier.create(office.seats.accept(karin, two.id()))
                .verifyErrorSatisfies(TestRefusals.is(Refusal.Invalid.at("/chat", "no-seat")));
    }

    @Test
    void areOfferedToNobodyWhoIsAwayOrGone() {
        Caseworker karin = office.operator("karin", 1);
        Chat chat = office.opened("eins").chat();
        office.desk.declare(karin, false, 1).block();
        office.offers.round().block();
        assertThat(offeredTo(chat)).isNull();
        office.desk.declare(karin, true, 1).block();
        office.ports.clock().advance(Duration.ofSeconds(31));
        office.offers.round().block();

        assertThat(offeredTo(chat)).isNull();
    }

    @Test
    void goToTheNextOneWhenTheyAreDeclinedOrNotTakenInTime() {
        Caseworker karin = office.operator("karin", 1);
        office.ports.clock().advance(Duration.ofSeconds(1));
        Caseworker otto = office.operator("otto", 1);
        Chat chat = office.opened("eins").chat();
        office.offers.round().block();
        office.seats.decline(karin, chat.id()).block();
        office.offers.round().block();
        assertThat(offeredTo(chat)).isEqualTo("otto");
        office.ports.clock().advance(Offers.LASTS);
        office.ports
                .operators()
                .seen(List.of("karin", "otto"), office.ports.clock().instant())
                .block();
        office.rounds.round().block();
        office.offers.round().block();
        office.offers.round().block();

        assertThat(offeredTo(chat))
                .as("both have left it, so both are asked again")
                .isEqualTo("karin");
        StepVerifier.create(office.seats.decline(otto, chat.id())).verifyComplete();
        assertThat(offeredTo(chat)).isEqualTo("karin");
    }

    @Test
    void areTakenByOneOnly() {
        Caseworker karin = office.operator("karin", 1);
        Caseworker otto = office.operator("otto", 1);
        Chat chat = office.opened("eins").chat();
        office.seats.accept(karin, chat.id()).block();

        StepVerifier.create(office.seats.accept(otto, chat.id()))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.StateConflict("running", "accept")));
        assertThat(office.now(chat).isRunBy("karin")).isTrue();
        assertThat(office.ports.tickets().find(chat.about().ticket()).block().assignee())
                .isEqualTo("karin");
    }

    @Test
    void areHandedToAColleagueWithAFreeSeat() {
        Caseworker karin = office.operator("karin", 1);
        office.operator("otto", 1);
        Chat chat = office.opened("eins").chat();
        office.seats.accept(karin, chat.id()).block();
        office.seats.handTo(karin, chat.id(), "otto").block();

        assertThat(office.now(chat).isRunBy("otto")).isTrue();
        StepVerifier.create(office.seats.handTo(karin, chat.id(), "karin"))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.NotFound()));
        StepVerifier.create(office.seats.handTo(TestOffice.caseworker("otto"), chat.id(), "nobody"))
                .verifyErrorSatisfies(TestRefusals.is(Refusal.Invalid.at("/to/operator", "unknown-target")));
    }

    @Test
    void areNotHandedToAColleagueWhoIsAway() {
        Caseworker karin = office.operator("karin", 1);
        Caseworker otto = office.operator("otto", 1);
        office.desk.declare(otto, false, 1).block();
        Chat chat = office.opened("eins").chat();
        office.seats.accept(karin, chat.id()).block();

        StepVerifier.create(office.seats.handTo(karin, chat.id(), "otto"))
                .verifyErrorSatisfies(TestRefusals.is(Refusal.Invalid.at("/to/operator", "unknown-target")));
    }

    @Test
    void moveWithTheirTicketToAnotherQueueAndWaitThere() {
        Caseworker karin = office.operator("karin", 1);
        Chat chat = office.opened("eins").chat();
        office.seats.accept(karin, chat.id()).block();
        office.seats.moveTo(karin, chat.id(), "tiere").block();

        assertThat(office.now(chat).queue()).isEqualTo("tiere");
        assertThat(office.now(chat).stage()).isInstanceOf(Stage.Waiting.class);
        assertThat(office.ports.tickets().find(chat.about().ticket()).block().queue())
                .isEqualTo("tiere");
    }

    private String offeredTo(Chat chat) {
        return office.now(chat).stage() instanceof Stage.Waiting waiting && waiting.offer() != null
                ? waiting.offer().operator()
                : null;
    }
}
