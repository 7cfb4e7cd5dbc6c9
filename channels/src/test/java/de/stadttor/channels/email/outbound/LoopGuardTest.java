package de.stadttor.channels.email.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.email.outbound.OutboundSettings.Guard;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.peers.ScriptedServer;
import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.TestTickets;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent.MailSettled;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopGuardTest {

    private final ScriptedServer server = new ScriptedServer();
    private final Outbound outbound =
            new Outbound(Outbound.settings(server.port(), new Guard(3, 5, 2)), MailSigner.NONE);

    @AfterEach
    void stopTheServer() throws IOException {
        server.close();
    }

    @Test
    void endsATalkWithAnAddressForTheHour() {
        acknowledged(4);
        assertThat(server.mails()).hasSize(3);
        outbound.ports.clock().advance(Duration.ofMinutes(61));
        acknowledged(1);
        assertThat(server.mails()).hasSize(4);
    }

    @Test
    void endsATalkWithAnAddressForTheDay() {
        for (int hour = 0; hour < 8; hour++) {
            acknowledged(1);
            outbound.ports.clock().advance(Duration.ofMinutes(61));
        }
        assertThat(server.mails()).hasSize(5);
        outbound.ports.clock().advance(Duration.ofHours(24));
        acknowledged(1);
        assertThat(server.mails()).hasSize(6);
    }

    @Test
    void endsATalkAboutATicketAndTellsItWhy() {
        Ticket ticket = ticket();
        for (long cause = 1; cause <= 3; cause++) {
            acknowledge(ticket, cause);
        }
        outbound.deliver();
        assertThat(server.mails()).hasSize(2);
        assertThat(outbound.settled(ticket))
                .filteredOn(end -> end.end() == MailSettled.End.WITHHELD)
                .extracting(MailSettled::code)
                .containsExactly("loop-guard");
    }

    @Test
    void doesNotHoldASecondTryOfTheSameMail() {
        server.answering("RCPT", "450 4.7.1 greylisted");
        List<Ticket> tickets = acknowledged(3);
        server.answering("RCPT", "250 fine");
        outbound.ports.clock().advance(Duration.ofMinutes(1));
        outbound.deliver();
        assertThat(server.mails()).hasSize(3);
        assertThat(tickets)
                .allSatisfy(ticket -> assertThat(outbound.settled(ticket))
                        .extracting(MailSettled::end)
                        .containsExactly(MailSettled.End.SENT));
    }

    /** Acknowledgements of tickets of their own, to the same address. */
    private List<Ticket> acknowledged(int count) {
        List<Ticket> tickets = Stream.generate(this::ticket).limit(count).toList();
        tickets.forEach(ticket -> acknowledge(ticket, 1));
        outbound.deliver();
        return tickets;
    }

    private OutboxItem acknowledge(Ticket ticket, long cause) {
        CitizenId citizen =
                outbound.ports.tickets().participants(ticket.id()).single().block();
        return outbound.put(Kind.ACKNOWLEDGEMENT, ticket, citizen, cause);
    }

    private Ticket ticket() {
        return TestTickets.stored(
                        outbound.ports, new CitizenId(outbound.ports.ids().next()))
                .block();
    }
}
