package de.stadttor.channels.email.inbound;

import static de.stadttor.channels.email.inbound.TestMails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.intake.Receipt;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketState;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of our own mail that could not be delivered. */
class ReturnedMailTest extends OpenDoor {

    @Test
    void tellsTheTicketOfAMailThatCameBack() {
        Ticket ticket = stored(TicketState.PENDING);
        UUID delivery = delivery(ticket, "gone@example.org");
        Receipt receipt = take(bounce(delivery + "@stadt.test", "5.1.1"));
        assertThat(receipt.ticket()).isEqualTo(ticket.id());
        assertThat(deliveries.returned).containsExactly(delivery + " 5.1.1");
        assertThat(only(receipt).direction()).isEqualTo(Direction.INTERNAL);
        assertThat(only(receipt).text()).contains("konnte nicht zugestellt werden (5.1.1)");
        assertThat(now(ticket).needsAttention()).isTrue();
        assertThat(now(ticket).state()).isEqualTo(TicketState.PENDING);
    }

    @Test
    void onlyNotesThatAMailIsLate() {
        Ticket ticket = stored(TicketState.PENDING);
        take(bounce(delivery(ticket, "slow@example.org") + "@stadt.test", "4.2.2", "delayed"));
        assertThat(deliveries.returned).isEmpty();
        assertThat(now(ticket).needsAttention()).isFalse();
    }

    @Test
    void gathersWhatCameBackOfMailThatWeNeverSent() {
        Receipt first = take(bounce("forged1@stadt.test", "5.1.1"));
        Receipt second = take(bounce("forged2@stadt.test", "5.7.1").at("buergerservice", "INBOX 1 2"));
        assertThat(second.ticket()).isEqualTo(first.ticket());
        assertThat(ticket(first).needsAttention()).isTrue();
        assertThat(ports.messages().all(first.ticket()).count().block()).isEqualTo(2);
        assertThat(ports.outbox().newest(9).count().block()).isZero();
    }

    private static TestMails bounce(String messageId, String status) {
        return bounce(messageId, status, "failed");
    }

    private static TestMails bounce(String messageId, String status, String action) {
        return mail().from("Mail Delivery System <mailer-daemon@example.org>")
                .id(UUID.randomUUID() + "@example.org")
                .field("Return-Path: <>")
                .field("Content-Type: multipart/report; report-type=delivery-status; boundary=b")
                .body("""
                    --b\r
                    \r
                    Nicht zugestellt.\r
                    --b\r
                    Content-Type: message/delivery-status\r
                    \r
                    Reporting-MTA: dns; mx.example.org\r
                    \r
                    Final-Recipient: rfc822; gone@example.org\r
                    Action: %s\r
                    Status: %s\r
                    \r
                    --b\r
                    Content-Type: text/rfc822-headers\r
                    \r
                    Message-ID: <%s>\r
                    Subject: Ihre Anfrage\r
                    \r
                    --b--\r
                    """.formatted(action, status, messageId));
    }
}
