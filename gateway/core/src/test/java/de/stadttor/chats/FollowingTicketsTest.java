package de.stadttor.chats;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import de.stadttor.ticketing.TicketChange;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Somebody moves the ticket that people talk about. */
class FollowingTicketsTest {

    private static final String ANIMALS = "tiere";

    private final TestOffice office = new TestOffice();
    private final Caseworker karin = office.operator("karin", 2);
    private final Caseworker otto = new Caseworker("otto", "otto", Set.of(Caseworker.Role.CASEWORKER), Set.of(ANIMALS));
    private final Chat chat = office.opened("Ein Nest.").chat();

    @Test
    void aChatThatWaitsGoesOnWaitingThereInItsPlace() {
        office.seats
                .offer(chat.id(), "karin", office.ports.clock().instant().plus(Offers.LASTS))
                .block();
        move();
        follow();

        assertThat(office.now(chat).queue()).isEqualTo(ANIMALS);
        assertThat(office.now(chat).stage())
                .isEqualTo(Stage.Waiting.from(chat.stage().since()));
    }

    @Test
    void aChatThatWaitsIsTakenByWhoWorksWhereItsTicketIs() {
        office.desk.arrive(otto).then(office.desk.declare(otto, true, 1)).block();
        move();

        StepVerifier.create(office.seats.accept(karin, chat.id()))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.NotFound()));
        office.seats.accept(otto, chat.id()).block();
        assertThat(office.now(chat).isRunBy("otto")).isTrue();
        assertThat(office.now(chat).queue()).isEqualTo(ANIMALS);
    }

    @Test
    void whoTalksGoesOnTalkingAndCanHandItBack() {
        office.seats.accept(karin, chat.id()).block();
        move();
        follow();

        assertThat(office.now(chat).queue()).isEqualTo(ANIMALS);
        assertThat(office.desk
                        .say(karin, chat.id(), "d-1", "Ich bin noch da.", 0)
                        .block())
                .isNotNull();
        office.seats.moveTo(karin, chat.id(), TestOffice.QUEUE).block();
        assertThat(office.now(chat).queue()).isEqualTo(TestOffice.QUEUE);
        assertThat(office.ports.tickets().find(chat.about().ticket()).block().queue())
                .isEqualTo(TestOffice.QUEUE);
    }

    @Test
    void aChatThatIsWhereItsTicketIsStaysAsItIs() {
        follow();

        assertThat(office.now(chat)).isEqualTo(chat);
    }

    private void move() {
        var change = new TicketChange(null, ANIMALS, null, null, null, TicketChange.FieldEdits.NONE);
        office.ports
                .unitOfWork()
                .commit(() -> office.ports
                        .tickets()
                        .hold(chat.about().ticket())
                        .flatMap(ticket -> office.casebook.change(ticket, change)))
                .block();
    }

    private void follow() {
        var following = new FollowingTickets(office.ports.chats(), office.ports.tickets());
        var newest = office.ports
                .log()
                .read(chat.about().ticket().stream(), 0, 100)
                .last()
                .block();
        office.ports.unitOfWork().commit(() -> following.react(newest)).block();
    }
}
