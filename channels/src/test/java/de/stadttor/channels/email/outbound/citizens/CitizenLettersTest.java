package de.stadttor.channels.email.outbound.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.stadttor.channels.email.MailReader;
import de.stadttor.channels.email.ParsedMail;
import de.stadttor.channels.email.automatic.AutoSubmitted;
import de.stadttor.channels.email.outbound.Outbound;
import de.stadttor.channels.email.secure.MailKeys;
import de.stadttor.channels.email.sender.SenderCheck;
import de.stadttor.files.FileId;
import de.stadttor.files.FileName;
import de.stadttor.files.ScanVerdict;
import de.stadttor.files.StoredFile;
import de.stadttor.outbox.Delivery;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.CitizenId;
import de.stadttor.people.VerifiedDatum;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.TestMessages;
import de.stadttor.ticketing.TestTickets;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.TicketEvent.MailSettled;
import de.stadttor.ticketing.TicketState;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** From the outbox to a server that takes mail, read by our own reader. */
class CitizenLettersTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** Of {@code erika@example.org}. */
    private static final String SHA256_OF_ERIKA = "ff53f9ca5e967924c509171002913481fbf2ad2f69409032444ea9b0696266ec";

    private final Outbound outbound = new Outbound(started(server));
    private final CitizenId guest = new CitizenId(outbound.ports.ids().next());

    private static GreenMail started(GreenMail server) {
        server.start();
        return server;
    }

    @AfterEach
    void stopTheServer() {
        server.stop();
    }

    @Test
    void anAcknowledgementTellsTheNumberAndTheLinkButNothingThatAStrangerWrote() throws Exception {
        Ticket ticket = byLink(AssuranceLevel.BASIC);
        OutboxItem item = outbound.put(Kind.ACKNOWLEDGEMENT, ticket, guest, 1);
        outbound.deliver();
        ParsedMail mail = only();
        assertThat(mail.envelope().subject())
                .contains(ticket.number().toString())
                .doesNotContain(ticket.subject());
        assertThat(mail.content().text())
                .contains(ticket.number().toString())
                .contains("https://stadttor.example/fall#"
                        + outbound.links.token(ticket.id()).secret())
                .doesNotContain(ticket.contact().name())
                .doesNotContain("Anmeldung");
        assertThat(outbound.settled(ticket)).containsExactly(new MailSettled(item.id(), MailSettled.End.SENT, ""));
    }

    @Test
    void anAcknowledgementSaysThatItIsAutomaticAndCanBeAnswered() throws Exception {
        OutboxItem item = outbound.put(Kind.ACKNOWLEDGEMENT, byLink(AssuranceLevel.BASIC), guest, 1);
        outbound.deliver();
        MimeMessage raw = server.getReceivedMessages()[0];
        assertThat(raw.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(raw.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(raw.getHeader("Content-Language")).containsExactly("de");
        assertThat(raw.getMessageID()).isEqualTo("<" + item.id() + "@stadt.test>");
        assertThat(raw.getReplyTo()[0].toString())
                .contains("<buergerservice+" + outbound.tokens.token(item.id()) + "@stadt.test>");
        assertThat(raw.getFrom()[0].toString()).contains("<buergerservice@stadt.test>");
        assertThat(raw.getHeader("Return-Path"))
                .containsExactly("<buergerservice+" + outbound.tokens.token(item.id()) + "@stadt.test>");
        assertThat(raw.getSize()).isPositive();
        assertThat(only().autoSubmitted()).isEqualTo(AutoSubmitted.OWN_LOOP);
    }

    @Test
    void aReplyCarriesWhatTheCaseworkerWroteAndJoinsTheThread() throws Exception {
        Ticket ticket = byLink(AssuranceLevel.BASIC);
        OutboxItem first = outbound.put(Kind.ACKNOWLEDGEMENT, ticket, guest, 1);
        outbound.deliver();
        outbound.ports.clock().advance(Duration.ofMinutes(1));
        answer(ticket, TestMessages.toCitizen(outbound.ports.ids().next(), ticket.id()));
        outbound.deliver();
        MimeMessage raw = server.getReceivedMessages()[1];
        ParsedMail mail = read(raw);
        assertThat(mail.envelope().subject()).isEqualTo("Re: " + ticket.subject() + " [" + ticket.number() + "]");
        assertThat(mail.content().text()).contains("Wir kommen am Montag.").contains("Mit freundlichen Grüßen");
        assertThat(raw.getHeader("In-Reply-To")).containsExactly("<" + first.id() + "@stadt.test>");
        assertThat(raw.getHeader("References")).containsExactly("<" + first.id() + "@stadt.test>");
        assertThat(raw.getHeader("Auto-Submitted")).isNull();
    }

    @Test
    void aReplyAboveWhatMailMayCarryIsOnlyAnnounced() throws Exception {
        Ticket ticket = byLink(AssuranceLevel.BASIC);
        answer(
                ticket,
                TestMessages.toCitizenDemanding(outbound.ports.ids().next(), ticket.id(), AssuranceLevel.SUBSTANTIAL));
        outbound.deliver();
        ParsedMail mail = only();
        assertThat(mail.envelope().subject()).doesNotContain(ticket.subject());
        assertThat(mail.content().text()).doesNotContain("Bescheid").contains("etwas Neues");
    }

    @Test
    void whoMustLogInIsGivenNoLinkThatOpensTheCase() throws Exception {
        Ticket ticket = stored(AssuranceLevel.HIGH);
        outbound.put(Kind.ACKNOWLEDGEMENT, ticket, guest, 1);
        outbound.deliver();
        assertThat(only().content().text()).contains("nach der Anmeldung").doesNotContain("/fall#");
    }

    @Test
    void aChangeOfStateThatComesWithAnAnswerIsNoMailOfItsOwn() {
        Ticket ticket = byLink(AssuranceLevel.BASIC);
        Message message = TestMessages.toCitizen(outbound.ports.ids().next(), ticket.id());
        outbound.ports.messages().add(message).block();
        record(
                ticket,
                new TicketEvent.MessageAdded(message.id(), message.direction(), null),
                new TicketEvent.StateChanged(TicketState.NEW, TicketState.OPEN));
        outbound.put(Kind.NOTICE, ticket, guest, 2);
        outbound.put(Kind.NOTICE, ticket, guest, 3);
        outbound.deliver();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aChangeOfStateOnItsOwnIsAnnounced() throws Exception {
        Ticket ticket = byLink(AssuranceLevel.BASIC);
        outbound.ports.clock().advance(Duration.ofMinutes(1));
        record(ticket, new TicketEvent.StateChanged(TicketState.OPEN, TicketState.CLOSED));
        outbound.put(Kind.NOTICE, ticket, guest, 2);
        outbound.deliver();
        assertThat(only().envelope().subject()).isEqualTo("Neues zu Ihrem Anliegen " + ticket.number());
    }

    @Test
    void aTranscriptGoesToTheConfirmedAddressWithWhatWasSaidInTheChatAndNothingElse() throws Exception {
        Ticket ticket = stored(AssuranceLevel.BASIC);
        confirmed("erika.muster@example.net");
        said(ticket, Channel.CHAT, Direction.FROM_CITIZEN, "Wie lange gilt mein Ausweis?");
        said(ticket, Channel.CHAT, Direction.TO_CITIZEN, "Bis 2029.");
        said(ticket, Channel.EMAIL, Direction.FROM_CITIZEN, "Und noch per Mail.");
        outbound.put(Kind.TRANSCRIPT, ticket, guest, 1);
        outbound.deliver();
        ParsedMail mail = only();

        assertThat(server.getReceivedMessages()[0].getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("erika.muster@example.net");
        assertThat(mail.content().text())
                .containsSubsequence("Erika Beispiel:", "Wie lange gilt mein Ausweis?", "Bürgerservice:", "Bis 2029.")
                .doesNotContain("Und noch per Mail.");
        assertThat(mail.autoSubmitted()).isEqualTo(AutoSubmitted.OWN_LOOP);
    }

    @Test
    void aTranscriptAboveWhatMailMayCarrySaysOnlyThatThereIsSomething() throws Exception {
        Ticket ticket = stored(AssuranceLevel.HIGH);
        confirmed("erika.muster@example.net");
        said(ticket, Channel.CHAT, Direction.TO_CITIZEN, "Ihr Bescheid ist da.");
        outbound.put(Kind.TRANSCRIPT, ticket, guest, 1);
        outbound.deliver();

        assertThat(only().content().text()).doesNotContain("Bescheid").contains("etwas Neues");
    }

    @Test
    void aTranscriptGoesNowhereWithoutAConfirmedAddress() {
        Ticket ticket = stored(AssuranceLevel.BASIC);
        said(ticket, Channel.CHAT, Direction.FROM_CITIZEN, "Wie lange gilt mein Ausweis?");
        outbound.put(Kind.TRANSCRIPT, ticket, guest, 1);
        outbound.deliver();

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private void confirmed(String address) {
        var mail = new VerifiedDatum(
                VerifiedDatum.Kind.MAIL,
                address,
                AssuranceLevel.LOW,
                outbound.ports.clock().instant());
        outbound.ports.citizenData().learn(guest, List.of(mail)).block();
    }

    private void said(Ticket ticket, Channel channel, Direction direction, String text) {
        outbound.ports.clock().advance(Duration.ofSeconds(1));
        var message = new Message(
                new MessageId(outbound.ports.ids().next()),
                ticket.id(),
                direction,
                channel,
                guest.toString(),
                null,
                text,
                null,
                List.of(),
                outbound.ports.clock().instant());
        outbound.ports.messages().add(message).block();
    }

    @Test
    void theRegisteredAddressIsToldOfAClaimAndHowToObject() throws Exception {
        Ticket ticket = byLink(AssuranceLevel.BASIC);
        var claimer = new Citizen(
                new CitizenId(outbound.ports.ids().next()),
                AssuranceLevel.HIGH,
                null,
                null,
                outbound.ports.clock().instant().plusSeconds(600));
        outbound.claimed.claim(claimer, outbound.links.token(ticket.id())).block();
        outbound.put(Kind.CLAIM, ticket, guest, 2);
        outbound.put(Kind.NOTICE, ticket, claimer.id(), 2);
        outbound.deliver();
        assertThat(only().content().text())
                .contains("https://stadttor.example/widerspruch#"
                        + outbound.claimed.objection(ticket.id()).block().secret());
    }

    @Test
    void whoDidNotOpenTheTicketIsNotWrittenTo() {
        Ticket ticket = byLink(AssuranceLevel.BASIC);
        var other = new CitizenId(outbound.ports.ids().next());
        outbound.ports
                .unitOfWork()
                .commit(() -> outbound.ports.tickets().join(other, ticket.id()))
                .block();
        outbound.put(Kind.NOTICE, ticket, other, 1);
        outbound.deliver();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(outbound.settled(ticket)).isEmpty();
    }

    @Test
    void filesGoWithAReplyAsFarAsTheyFitAndTheRestIsNamed() throws Exception {
        Ticket ticket = byLink(AssuranceLevel.BASIC);
        Message message = TestMessages.toCitizen(outbound.ports.ids().next(), ticket.id())
                .withFiles(List.of(
                        file("Bescheid für Sie.txt", 1_500, ScanVerdict.CLEAN),
                        file("Plan.txt", 1_000, ScanVerdict.NOT_SCANNED),
                        file("wurm.txt", 10, ScanVerdict.INFECTED)));
        answer(ticket, message);
        outbound.deliver();
        ParsedMail mail = only();
        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.attachments().getFirst().name()).isEqualTo("Bescheid für Sie.txt");
        assertThat(mail.content().text()).contains("Diese Dateien finden Sie nur online: Plan.txt, wurm.txt");
    }

    @Test
    void whatLeavesIsFoundByItsIdFromTheFirstTryOn() {
        OutboxItem item = outbound.put(Kind.ACKNOWLEDGEMENT, byLink(AssuranceLevel.BASIC), guest, 1);
        outbound.deliver();
        Delivery delivery = outbound.ports.deliveries().find(item.id()).block();
        assertThat(delivery.state()).isEqualTo(Delivery.State.SENT);
        assertThat(delivery.addressHash()).isEqualTo(SHA256_OF_ERIKA);
    }

    private Ticket byLink(AssuranceLevel level) {
        Ticket ticket = stored(level);
        outbound.links.issue(Map.of(ticket.id(), guest)).block();
        return ticket;
    }

    private Ticket stored(AssuranceLevel level) {
        return TestTickets.unknownTo(outbound.ports)
                .map(ticket -> TestTickets.change(ticket).level(level).done())
                .flatMap(ticket -> TestTickets.stored(outbound.ports, ticket, guest))
                .block();
    }

    private void answer(Ticket ticket, Message message) {
        outbound.ports.messages().add(message).block();
        record(ticket, new TicketEvent.MessageAdded(message.id(), message.direction(), message.requiredLevel()));
        outbound.put(Kind.NOTICE, ticket, guest, lastSeq(ticket));
    }

    private long lastSeq(Ticket ticket) {
        return outbound.ports.log().read(ticket.id().stream(), 0, 100).count().block();
    }

    private void record(Ticket ticket, TicketEvent... events) {
        outbound.ports
                .unitOfWork()
                .commit(() -> outbound.journal.record(ticket.id(), Arrays.asList(events)))
                .block();
    }

    private StoredFile file(String name, int size, ScanVerdict verdict) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) name.charAt(0));
        var content =
                outbound.contents.write(Flux.just(ByteBuffer.wrap(bytes)), size).block();
        return new StoredFile(new FileId(outbound.ports.ids().next()), FileName.of(name), content, verdict);
    }

    private ParsedMail only() throws Exception {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return read(server.getReceivedMessages()[0]);
    }

    private ParsedMail read(MimeMessage message) throws Exception {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return new MailReader(outbound.mark, MailKeys.NONE, SenderCheck.NONE).read(bytes.toByteArray());
    }
}
