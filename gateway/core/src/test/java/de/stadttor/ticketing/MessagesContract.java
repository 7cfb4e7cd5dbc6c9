package de.stadttor.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.files.Content;
import de.stadttor.files.FileId;
import de.stadttor.files.FileName;
import de.stadttor.files.ScanVerdict;
import de.stadttor.files.StoredFile;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.people.Principal;
import de.stadttor.people.Representation;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What all {@link Messages} promise. */
public interface MessagesContract {

    Ports ports();

    @Test
    default void findsAMessageAsItWasWritten() {
        Message plain = added(TestMessages.fromCitizen(id(), ticketId()));
        Message demanding = added(TestMessages.toCitizenDemanding(id(), ticketId(), AssuranceLevel.HIGH));
        Message odd = added(TestMessages.saying(id(), ticketId(), "Größe: 3\u00a0m – 😀 '\"\\ \n{x}"));
        assertThat(messages().find(plain.id()).block()).isEqualTo(plain);
        assertThat(messages().find(demanding.id()).block()).isEqualTo(demanding);
        assertThat(messages().find(odd.id()).block()).isEqualTo(odd);
        messages().find(new MessageId(id())).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void keepsWhoActedForWhom() {
        var principal = new Principal(new CitizenId(id()), Principal.Kind.ORGANISATION, "Muster GmbH");
        var representation = new Representation(id(), "Erika Beispiel", principal);
        Message message = added(TestMessages.onBehalf(id(), ticketId(), representation));
        assertThat(messages().find(message.id()).block()).isEqualTo(message);
    }

    @Test
    default void keepsFilesInTheirOrder() {
        Message message = added(TestMessages.fromCitizen(
                id(), ticketId(), file("b.png", 'a', ScanVerdict.CLEAN), file("a.png", 'b', ScanVerdict.NOT_SCANNED)));
        assertThat(messages().find(message.id()).block()).isEqualTo(message);
        assertThat(messages().all(message.ticket()).single().block()).isEqualTo(message);
    }

    @Test
    default void letsTwoMessagesHoldTheSameBytes() {
        Message one = added(TestMessages.fromCitizen(id(), ticketId(), file("a.png", 'c', ScanVerdict.CLEAN)));
        Message other = added(TestMessages.fromCitizen(id(), ticketId(), file("b.png", 'c', ScanVerdict.CLEAN)));
        assertThat(messages().find(one.id()).block()).isEqualTo(one);
        assertThat(messages().find(other.id()).block()).isEqualTo(other);
    }

    @Test
    default void givesAFileOnlyWithItsOwnMessage() {
        StoredFile file = file("a.png", 'd', ScanVerdict.CLEAN);
        Message its = added(TestMessages.fromCitizen(id(), ticketId(), file));
        Message another = added(TestMessages.fromCitizen(id(), ticketId(), file("b.png", 'd', ScanVerdict.CLEAN)));
        assertThat(messages().file(its.id(), file.id()).block()).isEqualTo(file);
        messages().file(another.id(), file.id()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void hidesNotesFromTheConversationAndNotFromTheDesk() {
        TicketId ticket = ticketId();
        Message question = added(TestMessages.fromCitizen(id(), ticket));
        Message note = added(TestMessages.note(id(), ticket));
        Message answer = added(TestMessages.toCitizen(id(), ticket));
        added(TestMessages.toCitizen(id(), ticketId()));
        assertThat(all(messages().conversation(ticket, null, 10))).containsExactly(question, answer);
        assertThat(all(messages().all(ticket))).containsExactly(question, note, answer);
    }

    @Test
    default void pagesThroughAConversation() {
        TicketId ticket = ticketId();
        List<Message> written = Flux.range(0, 5)
                .map(_ -> added(TestMessages.toCitizen(id(), ticket)))
                .collectList()
                .block();
        assertThat(all(messages().conversation(ticket, null, 2))).isEqualTo(written.subList(0, 2));
        assertThat(all(messages().conversation(ticket, written.get(1).id(), 2))).isEqualTo(written.subList(2, 4));
        assertThat(all(messages().conversation(ticket, written.get(4).id(), 2))).isEmpty();
    }

    private Messages messages() {
        return ports().messages();
    }

    private Message added(Message message) {
        ports().unitOfWork().commit(() -> messages().add(message)).block();
        return message;
    }

    private StoredFile file(String name, char digit, ScanVerdict verdict) {
        var content = new Content(String.valueOf(digit).repeat(64), 4096, "image/png");
        return new StoredFile(new FileId(id()), FileName.of(name), content, verdict);
    }

    private TicketId ticketId() {
        return new TicketId(id());
    }

    private UUID id() {
        return ports().ids().next();
    }

    private static List<Message> all(Flux<Message> messages) {
        return messages.collectList().block();
    }
}
