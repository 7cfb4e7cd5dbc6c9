package de.stadttor.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TicketEventTest {

    private static final MessageId MESSAGE = MessageId.of("019a4000-0000-7000-8000-0000000000aa");

    /** At least one of each kind; with every component set, and with what may be absent absent. */
    static List<TicketEvent> oneOfEach() {
        return List.of(
                new TicketEvent.Opened(Channel.FORM, "gartenbau"),
                new TicketEvent.MessageAdded(MESSAGE, Direction.TO_CITIZEN, AssuranceLevel.HIGH),
                new TicketEvent.MessageAdded(MESSAGE, Direction.INTERNAL, null),
                new TicketEvent.StateChanged(TicketState.OPEN, TicketState.CLOSED),
                new TicketEvent.QueueChanged("gartenbau", "tiere"),
                new TicketEvent.PriorityChanged(Priority.LOW, Priority.URGENT),
                new TicketEvent.Assigned("k.muster"),
                new TicketEvent.Assigned(null),
                new TicketEvent.LevelRaised(AssuranceLevel.SUBSTANTIAL),
                new TicketEvent.FieldsChanged(),
                new TicketEvent.LinkRevoked(),
                new TicketEvent.AttentionCalled(Attention.UNREADABLE),
                new TicketEvent.AttentionGiven(),
                new TicketEvent.CopyReceived(),
                new TicketEvent.Related(TicketId.of("019a4000-0000-7000-8000-0000000000bb")),
                new TicketEvent.Merged(TicketId.of("019a4000-0000-7000-8000-0000000000bb")),
                new TicketEvent.Erased(),
                new ClaimEvent.CaseClaimed(new CitizenId(new UUID(0, 1)), new CitizenId(new UUID(0, 2))),
                new ClaimEvent.ClaimEnded(ClaimEvent.ClaimEnded.Cause.OBJECTION),
                new MandateEvent.MandateRecorded(new UUID(0, 3)),
                new MandateEvent.MandateRevoked(new UUID(0, 3)),
                new PublicationEvent.Released(),
                new PublicationEvent.ReleaseWithdrawn(),
                new TicketEvent.MailSettled(new UUID(0, 4), TicketEvent.MailSettled.End.FAILED, "5.1.1"));
    }

    /** Events whose body names something that reading needs. */
    static Stream<TicketEvent> withNeededEntries() {
        return oneOfEach().stream()
                .filter(event -> !(event instanceof TicketEvent.Assigned)
                        && !event.body().isEmpty());
    }

    @Test
    void thisTestForgetsNoKind() {
        assertThat(oneOfEach())
                .extracting(event -> (Object) event.getClass())
                .containsAll(kinds(TicketEvent.class).toList());
    }

    @Test
    void everyKindHasANameOfItsOwn() {
        assertThat(oneOfEach().stream().map(TicketEvent::kind).distinct())
                .hasSize(Math.toIntExact(kinds(TicketEvent.class).count()));
    }

    private static Stream<Class<?>> kinds(Class<?> sort) {
        return sort.isRecord()
                ? Stream.of(sort)
                : Arrays.stream(sort.getPermittedSubclasses()).flatMap(TicketEventTest::kinds);
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void isReadAsItWasWritten(TicketEvent event) {
        assertThat(TicketEvent.of(event.kind(), event.body())).isEqualTo(event);
    }

    @Test
    void remembersThatSomethingOldWasImported() {
        var opened = new TicketEvent.Opened(Channel.EMAIL, "gartenbau", true);
        var added = new TicketEvent.MessageAdded(MESSAGE, Direction.FROM_CITIZEN, AssuranceLevel.HIGH, true);
        assertThat(TicketEvent.of(opened.kind(), opened.body())).isEqualTo(opened);
        assertThat(TicketEvent.of(added.kind(), added.body())).isEqualTo(added);
    }

    @ParameterizedTest
    @MethodSource("withNeededEntries")
    void isNotReadWithoutWhatItNeeds(TicketEvent event) {
        event.body().keySet().stream()
                .filter(key -> !key.equals("requiredLevel"))
                .forEach(key -> assertThatThrownBy(() -> TicketEvent.of(event.kind(), without(event.body(), key)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(key));
    }

    @Test
    void isNotReadWhenItsKindIsUnknown() {
        assertThatThrownBy(() -> TicketEvent.of("ticket-eaten", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hidesFromCitizensWhatHappensAmongCaseworkers() {
        assertThat(oneOfEach().stream().filter(TicketEvent::shownToCitizens).map(TicketEvent::kind))
                .containsExactly(
                        "ticket-opened",
                        "message-added",
                        "state-changed",
                        "level-raised",
                        "case-claimed",
                        "claim-ended",
                        "mandate-recorded",
                        "mandate-revoked");
        assertThat(new TicketEvent.MessageAdded(MESSAGE, Direction.INTERNAL, null).shownToCitizens())
                .isFalse();
    }

    private static Map<String, String> without(Map<String, String> body, String key) {
        Map<String, String> rest = new HashMap<>(body);
        rest.remove(key);
        return rest;
    }
}
