package de.stadttor.channels.email.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.peers.Postfix;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.Contact;
import de.stadttor.ticketing.TestTickets;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent.MailSettled;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real mail server at the other end. */
class PostfixTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aRealServerTakesRefusesAndDefers(@TempDir Path folder) throws Exception {
        Postfix.require();
        try (Postfix postfix = Postfix.start(folder)) {
            var outbound = new Outbound(postfix.port());
            Ticket taken = acknowledged(outbound, "erika@example.org");
            Ticket refused = acknowledged(outbound, Postfix.UNKNOWN);
            Ticket deferred = acknowledged(outbound, Postfix.GREYLISTED);
            outbound.deliver();
            assertThat(outbound.settled(taken)).extracting(MailSettled::end).containsExactly(MailSettled.End.SENT);
            assertThat(outbound.settled(refused)).extracting(MailSettled::code).containsExactly("5.1.1");
            assertThat(outbound.settled(deferred)).isEmpty();
            await("the mail arrives")
                    .atMost(PATIENCE)
                    .until(() -> postfix.mails("erika").size() == 1);
            assertThat(postfix.mails("erika").getFirst())
                    .contains("Subject: Ihr Anliegen ist eingegangen: " + taken.number())
                    .contains("Return-Path: <buergerservice+");
        }
    }

    private static Ticket acknowledged(Outbound outbound, String address) {
        var citizen = new CitizenId(outbound.ports.ids().next());
        Ticket ticket = TestTickets.unknownTo(outbound.ports)
                .map(fresh -> writingFrom(fresh, address))
                .flatMap(fresh -> TestTickets.stored(outbound.ports, fresh, citizen))
                .block();
        outbound.put(Kind.ACKNOWLEDGEMENT, ticket, citizen, 1);
        return ticket;
    }

    private static Ticket writingFrom(Ticket t, String address) {
        return new Ticket(
                t.id(),
                t.number(),
                t.subject(),
                t.queue(),
                t.state(),
                t.priority(),
                t.assignee(),
                AssuranceLevel.BASIC,
                t.origin(),
                new Contact(null, address, true),
                t.customFields(),
                t.needsAttention(),
                t.possiblyRelated(),
                t.createdAt(),
                t.updatedAt(),
                t.closedAt(),
                t.version());
    }
}
