package de.stadttor.channels.email.inbound;

import static de.stadttor.channels.email.inbound.TestMails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.intake.Receipt;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

/** Into which ticket a mail goes, and by which right. */
class MailThreadsTest extends OpenDoor {

    @ParameterizedTest
    @ValueSource(strings = {"To", "Cc", "Delivered-To", "X-Original-To"})
    void goesOnWhereATokenInAnAddressLeads(String field) {
        Ticket ticket = stored(TicketState.PENDING);
        String address =
                "Stadt <buergerservice+" + tokens.token(delivery(ticket, "somebody@example.org")) + "@stadt.test>";
        Receipt receipt = take(mail().field(field + ": " + address)
                .body("Es sind mehr.\r\n\r\nAm 20.11.2026 schrieb Stadt:\r\n> Wie viele sind es?"));
        assertThat(receipt.ticket()).isEqualTo(ticket.id());
        assertThat(only(receipt).text()).isEqualTo("Es sind mehr.");
        assertThat(only(receipt).author()).isEqualTo(citizen.toString());
        assertThat(now(ticket).state()).isEqualTo(TicketState.OPEN);
    }

    @Test
    void doesNotMindTheCaseOfAToken() {
        Ticket ticket = stored(TicketState.OPEN);
        String token = tokens.token(delivery(ticket, "x@example.org")).toUpperCase(Locale.ROOT);
        assertThat(take(mail().to("BUERGERSERVICE+" + token + "@STADT.TEST")).ticket())
                .isEqualTo(ticket.id());
    }

    @Test
    void goesNowhereByAForgedToken() {
        Ticket ticket = stored(TicketState.OPEN);
        char[] token = tokens.token(delivery(ticket, "x@example.org")).toCharArray();
        token[39] = token[39] == '0' ? '1' : '0';
        Receipt receipt = take(mail().to("buergerservice+" + new String(token) + "@stadt.test"));
        assertThat(receipt.ticket()).isNotEqualTo(ticket.id());
    }

    @Test
    void seemsToMeanATicketByATokenThatIsTooOld() {
        Ticket ticket = stored(TicketState.OPEN);
        String token = tokens.token(delivery(ticket, "x@example.org"));
        ports.clock().advance(Duration.ofDays(90));
        Receipt receipt = take(mail().to("buergerservice+" + token + "@stadt.test"));
        assertThat(receipt.ticket()).isNotEqualTo(ticket.id());
        assertThat(ticket(receipt).possiblyRelated()).isEqualTo(ticket.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"In-Reply-To", "References"})
    void goesOnFromAMailThatWentToTheSender(String field) {
        Ticket ticket = stored(TicketState.OPEN);
        UUID delivery = delivery(ticket, "erika@example.org");
        assertThat(take(mail().from("Erika <Erika@Example.org>")
                                .field(field + ": <other@x> <" + delivery + "@stadt.test>"))
                        .ticket())
                .isEqualTo(ticket.id());
    }

    @Test
    void goesNowhereFromAMailThatWentToSomebodyElse() {
        Ticket ticket = stored(TicketState.OPEN);
        UUID delivery = delivery(ticket, "somebody@example.org");
        assertThat(take(mail().field("In-Reply-To: <" + delivery + "@stadt.test>"))
                        .ticket())
                .isNotEqualTo(ticket.id());
    }

    @Test
    void goesNowhereFromAMailWhoseSenderIsProvenFalse() {
        Ticket ticket = stored(TicketState.OPEN);
        UUID delivery = delivery(ticket, "erika@example.org");
        assertThat(take(mail().field(FAIL).field("In-Reply-To: <" + delivery + "@stadt.test>"))
                        .ticket())
                .isNotEqualTo(ticket.id());
    }

    @Test
    void goesOnByNumberOnlyForTheProvenContact() {
        Ticket ticket = stored(TicketState.OPEN);
        Receipt proven = take(mail().field(PASS).subject("AW: [" + ticket.number() + "] Wespennest"));
        assertThat(proven.ticket()).isEqualTo(ticket.id());
    }

    @Test
    void linksAStrangerWhoKnowsTheNumber() {
        Ticket ticket = stored(TicketState.OPEN);
        Receipt unproven = take(mail().subject("AW: " + ticket.number()));
        Receipt stranger = take(mail().field(PASS)
                .from("Max <max@example.org>")
                .subject("AW: " + ticket.number())
                .at("buergerservice", "INBOX 1 2"));
        for (Receipt receipt : List.of(unproven, stranger)) {
            assertThat(receipt.ticket()).isNotEqualTo(ticket.id());
            assertThat(ticket(receipt).possiblyRelated()).isEqualTo(ticket.id());
        }
        assertThat(ports.messages().all(ticket.id()).count().block()).isZero();
    }

    @Test
    void takesTheSameAnswerInTwoMailboxesOnce() {
        Ticket ticket = stored(TicketState.OPEN);
        String to = "a+" + tokens.token(delivery(ticket, "x@example.org")) + "@stadt.test";
        take(mail().to(to));
        assertThat(take(mail().to(to).at("umweltamt", "INBOX 9 1")).ticket()).isEqualTo(ticket.id());
        assertThat(ports.messages().all(ticket.id()).count().block()).isEqualTo(1);
    }

    @Test
    void acknowledgesNoProgramAndOpensNothingForIt() {
        Ticket ticket = stored(TicketState.CLOSED);
        String token = tokens.token(delivery(ticket, "x@example.org"));
        take(mail().field("Auto-Submitted: auto-replied").to("a+" + token + "@stadt.test"));
        take(mail().field("Auto-Submitted: auto-generated").at("buergerservice", "INBOX 1 2"));
        assertThat(now(ticket).state()).isEqualTo(TicketState.CLOSED);
        assertThat(ports.outbox().newest(9).count().block()).isZero();
    }

    @Test
    void makesNothingOfItsOwnMailThatComesBack() {
        StepVerifier.create(entrance()
                        .accept(mail().field("X-Stadttor-Loop: " + MARK.write("x"))
                                .received()))
                .verifyComplete();
        assertThat(ports.outbox().newest(9).count().block()).isZero();
    }
}
