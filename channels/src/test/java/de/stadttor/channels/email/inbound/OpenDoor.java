package de.stadttor.channels.email.inbound;

import static de.stadttor.channels.email.inbound.TestMails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.channels.email.MailReader;
import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.secure.MailKeys;
import de.stadttor.channels.email.sender.SenderCheck;
import de.stadttor.channels.email.sender.TrustedServer;
import de.stadttor.events.Event;
import de.stadttor.files.InMemoryContents;
import de.stadttor.files.Reception;
import de.stadttor.files.Scanner;
import de.stadttor.intake.Intake;
import de.stadttor.intake.Receipt;
import de.stadttor.intake.TestIntake;
import de.stadttor.intake.Twins;
import de.stadttor.outbox.Delivery;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.outbox.RecordedReturns;
import de.stadttor.outbox.ReplyTokens;
import de.stadttor.people.CitizenId;
import de.stadttor.seals.Seal;
import de.stadttor.seals.Sha256;
import de.stadttor.ticketing.Attention;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.TestTickets;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketState;
import de.stadttor.web.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** The door as it stands open to one mail after the other; only the database is in memory. */
class OpenDoor {

    static final String PASS = "Authentication-Results: mx.stadt.test; dmarc=pass header.from=example.org";
    static final String FAIL = "Authentication-Results: mx.stadt.test; dmarc=fail header.from=example.org";
    static final LoopMark MARK = LoopMark.signedWith(new byte[32]);

    final InMemoryPorts ports = InMemoryPorts.fresh();
    final RecordedReturns deliveries = new RecordedReturns();
    final ReplyTokens tokens = new ReplyTokens(Seal.derive(new byte[32], "reply"));
    final InMemoryContents contents = new InMemoryContents();
    final List<SpecialMail> specials = new ArrayList<>();
    final CitizenId citizen = new CitizenId(ports.ids().next());
    final Intake intake = TestIntake.open(ports, TestIntake.links(ports), deliveries);
    Scanner scanner = Scanner.NONE;
    SenderCheck senders = new TrustedServer("mx.stadt.test");

    UUID delivery(Ticket ticket, String address) {
        UUID id = ports.ids().next();
        deliveries.known.add(new Delivery(
                id,
                ticket.id(),
                new Recipient.OfCitizen(citizen.toString()),
                Sha256.hex(address),
                Delivery.State.SENT,
                ports.clock().instant()));
        return id;
    }

    Ticket stored(TicketState state) {
        Instant closed = state == TicketState.CLOSED ? ports.clock().instant() : null;
        return TestTickets.unknownTo(ports)
                .map(fresh -> TestTickets.change(fresh).state(state, closed).done())
                .flatMap(ticket -> TestTickets.stored(ports, ticket, citizen))
                .block();
    }

    Receipt take(TestMails mail) {
        return take(mail.received());
    }

    Receipt take(ReceivedMail mail) {
        return entrance().accept(mail).block();
    }

    MailEntrance entrance() {
        var texts = new Texts();
        var messages = new MailMessage("(ohne Betreff)");
        var twins = new Twins(ports.requestKeys(), ports.tickets(), ports.messages());
        var reader = new MailReader(MARK, MailKeys.NONE, (header, raw) -> senders.check(header, raw));
        var files = new MailFiles(new Reception(contents, content -> scanner.scan(content), ports.ids()));
        var ordinary = new OrdinaryMail(
                new MailRoutes(TestTickets.QUEUE, ports.sortings()),
                new ReturnedMail(deliveries, ports.requestKeys(), twins, messages, texts),
                new ReplyRights(deliveries, ports.tickets(), ports.clock()),
                files,
                new KeptMail(contents),
                messages);
        return new MailEntrance(
                new ReadingMail(reader, Duration.ofMillis(1500)), tokens, deliveries, specials, ordinary, intake);
    }

    Ticket ticket(Receipt receipt) {
        return ports.tickets().find(receipt.ticket()).block();
    }

    Ticket now(Ticket ticket) {
        return ports.tickets().find(ticket.id()).block();
    }

    Message only(Receipt receipt) {
        return ports.messages().all(receipt.ticket()).single().block();
    }

    List<String> kinds(Receipt receipt) {
        return events(receipt.ticket()).map(event -> event.kind()).collectList().block();
    }

    Attention attention(Receipt receipt) {
        assertThat(ticket(receipt).needsAttention()).isTrue();
        return events(receipt.ticket())
                .filter(event -> event.kind().equals("attention-called"))
                .map(event -> Attention.of(event.body().get("reason")))
                .single()
                .block();
    }

    Flux<Event> events(TicketId ticket) {
        return ports.log().read(ticket.stream(), 0, 100);
    }
}
