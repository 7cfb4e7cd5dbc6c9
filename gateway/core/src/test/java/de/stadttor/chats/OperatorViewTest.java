package de.stadttor.chats;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.people.Caseworker;
import de.stadttor.privacy.Audit;
import de.stadttor.ticketing.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What an operator sees of a chat. */
class OperatorViewTest {

    private final TestOffice office = new TestOffice();
    private final Caseworker karin = office.operator("karin", 2);
    private final ChatDoor.Opened opened = office.opened("Ein Nest.");
    private final Chat chat = opened.chat();
    private final List<Audit.Subject> looks = new ArrayList<>();

    @Test
    void isShownOnceItIsOnRecordThatTheyLook() {
        Ticket ticket = view((_, subject) -> Mono.fromRunnable(() -> looks.add(subject)))
                .ticket(karin, chat.about().ticket())
                .block();

        assertThat(ticket.subject()).isEqualTo("Ein Nest.");
        assertThat(looks)
                .containsExactly(Audit.Subject.of("ticket", chat.about().ticket()));
    }

    @Test
    void isNothingWhenTheirLookCannotBeRecorded() {
        OperatorView view = view((_, _) -> Mono.error(() -> new IllegalStateException("the database is gone")));

        StepVerifier.create(view.ticket(karin, chat.about().ticket())).verifyError(IllegalStateException.class);
    }

    @Test
    void isWhetherTheCitizenIsThere() {
        OperatorView view = view((_, _) -> Mono.empty());
        assertThat(view.isCitizenHere(chat.id()).block()).isTrue();
        office.ports.clock().advance(Operator.PRESENT.plus(Duration.ofSeconds(1)));
        assertThat(view.isCitizenHere(chat.id()).block()).isFalse();
        office.returns
                .resume(chat.id(), opened.secret(), null, _ -> Mono.empty())
                .block();
        assertThat(view.isCitizenHere(chat.id()).block()).isTrue();
    }

    private OperatorView view(Audit audit) {
        return new OperatorView(
                office.ports.chats(),
                office.ports.operators(),
                office.ports.tickets(),
                audit,
                office.wakes,
                office.ports.clock());
    }
}
