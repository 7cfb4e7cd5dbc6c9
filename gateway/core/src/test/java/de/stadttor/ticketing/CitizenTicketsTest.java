package de.stadttor.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.files.Content;
import de.stadttor.files.FileId;
import de.stadttor.files.FileName;
import de.stadttor.files.ScanVerdict;
import de.stadttor.files.StoredFile;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.CitizenId;
import de.stadttor.people.TestCitizens;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import de.stadttor.ticketing.CitizenTickets.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CitizenTicketsTest {

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final List<MessageId> opened = new ArrayList<>();
    private final CitizenTickets own = own((_, messages) -> Mono.fromRunnable(() -> opened.addAll(messages)));
    private final CitizenId id = new CitizenId(id());
    private final Citizen citizen = TestCitizens.loggedIn(id, AssuranceLevel.LOW);
    private final Citizen stranger = TestCitizens.loggedIn(new CitizenId(id()), AssuranceLevel.HIGH);
    private final Ticket ticket = TestTickets.stored(ports, id).block();
    private final RequestKey key = new RequestKey("citizen", "k1", "a".repeat(64));

    @Test
    void recordsOnlyWhatWasReallyShownAndOnlyWhatWasSentToTheCitizen() {
        added(TestMessages.fromCitizen(id(), ticket.id()));
        Message shown = added(TestMessages.toCitizen(id(), ticket.id()));
        Message withheld = added(TestMessages.toCitizenDemanding(id(), ticket.id(), AssuranceLevel.HIGH));
        added(TestMessages.note(id(), ticket.id()));
        List<Seen> seen =
                own.conversation(citizen, ticket.id(), null, 10).collectList().block();
        assertThat(seen).extracting(Seen::withheld).containsExactly(false, false, true);
        assertThat(seen).last().extracting(Seen::message).isEqualTo(withheld);
        assertThat(opened).containsExactly(shown.id());
    }

    @Test
    void showsNothingWhenTheOpeningCannotBeRecorded() {
        added(TestMessages.toCitizen(id(), ticket.id()));
        own((_, _) -> Mono.error(() -> new IllegalStateException("no record")))
                .conversation(citizen, ticket.id(), null, 10)
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
    }

    @Test
    void writesARepeatedMessageOnce() {
        var first = own.write(citizen, ticket.id(), "Wann?", key).block();
        var repeat = own.write(citizen, ticket.id(), "Wann?", key).block();
        assertThat(first.repeated()).isFalse();
        assertThat(repeat.repeated()).isTrue();
        assertThat(repeat.value()).isEqualTo(first.value());
        assertThat(ports.messages().all(ticket.id()).count().block()).isEqualTo(1);
    }

    @Test
    void hidesAStrangersTicketWhateverIsAsked() {
        Message message = added(TestMessages.fromCitizen(id(), ticket.id(), file()));
        unknown(own.read(stranger, ticket.id()));
        unknown(own.write(stranger, ticket.id(), "Wann?", null));
        unknown(own.conversation(stranger, ticket.id(), null, 10).next());
        unknown(own.file(
                stranger, ticket.id(), message.id(), message.files().getFirst().id()));
        assertThat(own.list(stranger, null, 10).collectList().block()).isEmpty();
    }

    @Test
    void handsOutAFileOfItsOwnTicketOnly() {
        StoredFile file = file();
        Message message = added(TestMessages.fromCitizen(id(), ticket.id(), file));
        Ticket other = TestTickets.stored(ports, id).block();
        assertThat(own.file(citizen, ticket.id(), message.id(), file.id()).block())
                .isEqualTo(file);
        refused(own.file(citizen, other.id(), message.id(), file.id()), new Refusal.NotFound());
        refused(own.file(citizen, ticket.id(), message.id(), new FileId(id())), new Refusal.NotFound());
    }

    @Test
    void handsOutNoFileOfANoteOrOfAMessageAboveTheLogin() {
        StoredFile file = file();
        Message note = added(TestMessages.note(id(), ticket.id()).withFiles(List.of(file)));
        Message high = added(TestMessages.toCitizenDemanding(id(), ticket.id(), AssuranceLevel.HIGH)
                .withFiles(List.of(file)));
        refused(own.file(citizen, ticket.id(), note.id(), file.id()), new Refusal.NotFound());
        refused(
                own.file(citizen, ticket.id(), high.id(), file.id()),
                new Refusal.LevelTooLow(AssuranceLevel.LOW, AssuranceLevel.HIGH));
    }

    private Message added(Message message) {
        ports.messages().add(message).block();
        return message;
    }

    private StoredFile file() {
        var content = new Content("a".repeat(64), 5, "text/plain");
        return new StoredFile(new FileId(id()), FileName.of("a.txt"), content, ScanVerdict.CLEAN);
    }

    private UUID id() {
        return ports.ids().next();
    }

    private static void unknown(Mono<?> answer) {
        refused(answer, new Refusal.TicketUnknown());
    }

    private static void refused(Mono<?> answer, Refusal refusal) {
        answer.as(StepVerifier::create).verifyErrorSatisfies(TestRefusals.is(refusal));
    }

    private CitizenTickets own(Evidence evidence) {
        return new CitizenTickets(
                new Access(ports.tickets()),
                ports.tickets(),
                ports.messages(),
                new InMemoryQueues(TestQueues.gardening()),
                new Journal(ports.log(), ports.tickets(), _ -> Set.of()),
                ports.unitOfWork(),
                new OnceOnly(ports.requestKeys()),
                evidence,
                ports.ids(),
                ports.clock());
    }
}
