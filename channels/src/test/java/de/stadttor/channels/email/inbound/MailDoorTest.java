package de.stadttor.channels.email.inbound;

import static de.stadttor.channels.email.inbound.TestMails.mail;
import static de.stadttor.sorting.SortingRule.Test.EQUALS;
import static de.stadttor.sorting.SortingRule.Test.REGEX;
import static de.stadttor.sorting.SortingRule.Test.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.intake.Receipt;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import de.stadttor.sorting.Sorting;
import de.stadttor.sorting.SortingRule;
import de.stadttor.sorting.SortingRule.Action;
import de.stadttor.sorting.SortingRule.Condition;
import de.stadttor.sorting.SortingRule.Part;
import de.stadttor.ticketing.Original;
import de.stadttor.ticketing.Priority;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketState;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What becomes of a mail, from its bytes to the ticket. */
class MailDoorTest extends OpenDoor {

    @Test
    void makesATicketOfAMail() {
        Receipt receipt = take(mail());
        Ticket ticket = ticket(receipt);
        assertThat(ticket.subject()).isEqualTo("Wespennest");
        assertThat(ticket.contact().name()).isEqualTo("Erika Beispiel");
        assertThat(ticket.contact().email()).isEqualTo("erika@example.org");
        assertThat(ticket.needsAttention()).isFalse();
        assertThat(only(receipt).text()).isEqualTo("Am Balkon hängt ein Wespennest.");
        assertThat(ports.outbox().newest(9).count().block()).isEqualTo(1);
    }

    @Test
    void keepsTheMailAsItCame() {
        var mail = mail().field(PASS);
        Original original = ports.originals().find(only(take(mail)).id()).block();
        assertThat(((Original.Raw.Inline) original.raw()).bytes()).isEqualTo(ByteBuffer.wrap(mail.bytes()));
        assertThat(original.messageId()).isEqualTo("1@example.org");
        assertThat(original.sender().dmarc()).isEqualTo("pass");
    }

    @Test
    void keepsALargeMailWithTheFiles() {
        var mail = mail().body("Zeile\r\n".repeat(20_000));
        Original original = ports.originals().find(only(take(mail)).id()).block();
        var stored = ((Original.Raw.Stored) original.raw()).content();
        assertThat(stored.size()).isEqualTo(mail.bytes().length);
        assertThat(joined(contents.read(stored))).isEqualTo(mail.bytes());
    }

    @Test
    void knowsTheSameMailOfTheSameMailboxAgain() {
        Receipt first = take(mail());
        Receipt again = take(mail());
        assertThat(again.repeated()).isTrue();
        assertThat(again.ticket()).isEqualTo(first.ticket());
    }

    @Test
    void takesAnotherMailOfTheSameKeyForAnother() {
        Receipt first = take(mail());
        var other = mail().id("2@example.org").body("Etwas anderes.");
        Receipt second = take(other);
        assertThat(second.ticket()).isNotEqualTo(first.ticket());
        assertThat(take(other).ticket()).isEqualTo(second.ticket());
    }

    @Test
    void refusesAnotherMailOfAKeyThatItsSenderChose() {
        entrance().submit(mail().received()).block();
        entrance()
                .submit(mail().body("Etwas anderes.").received())
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.KeyReused()));
    }

    @Test
    void knowsAMailThatWasDeliveredTwiceToTheSameMailbox() {
        Receipt first = take(mail().field("Received: from a by b; Sun, 22 Nov 2026 12:00:00 +0000"));
        Receipt copy = take(mail().field("Received: from c by d; Sun, 22 Nov 2026 12:00:09 +0000")
                .at("buergerservice", "INBOX 1 2"));
        assertThat(copy.ticket()).isEqualTo(first.ticket());
        assertThat(kinds(first)).containsExactly("ticket-opened", "copy-received");
    }

    @Test
    void isNotFooledByAMessageIdThatSomebodyUsedBefore() {
        Receipt attacker = take(mail().body("Nichts."));
        Receipt victim = take(mail().at("buergerservice", "INBOX 1 2"));
        assertThat(victim.ticket()).isNotEqualTo(attacker.ticket());
        assertThat(kinds(attacker)).containsExactly("ticket-opened");
    }

    @Test
    void takesTwoEqualMailsWithoutMessageIdForTwo() {
        Receipt first = take(mail().id(null));
        Receipt second = take(mail().id(null).at("buergerservice", "INBOX 1 2"));
        assertThat(second.ticket()).isNotEqualTo(first.ticket());
    }

    @Test
    void introducesTheTicketsOfAMailInTwoMailboxes() {
        Receipt first = take(mail());
        Receipt second = take(mail().at("umweltamt", "INBOX 9 1"));
        assertThat(second.ticket()).isNotEqualTo(first.ticket());
        assertThat(ticket(first).possiblyRelated()).isEqualTo(second.ticket());
        assertThat(ticket(second).possiblyRelated()).isEqualTo(first.ticket());
    }

    @Test
    void keepsTheDateOfAnImportedMail() {
        Receipt receipt = take(mail().imported());
        assertThat(ticket(receipt).createdAt()).isEqualTo(Instant.parse("2026-11-20T08:30:00Z"));
        assertThat(ports.outbox().newest(9).count().block()).isZero();
    }

    @Test
    void namesAMailWithoutSubject() {
        assertThat(ticket(take(mail().subject(""))).subject()).isEqualTo("(ohne Betreff)");
    }

    @Test
    void answersToTheAddressThatTheSenderNames() {
        assertThat(ticket(take(mail().field("Reply-To: Erika <privat@example.org>")))
                        .contact()
                        .email())
                .isEqualTo("privat@example.org");
    }

    @Test
    void sortsMailsAsAdministratorsDecided() {
        sort(
                rule("list", new Action(null, null, true, false), Part.AUTOMATIC, EQUALS),
                rule("^wespen?nest", new Action("tiere", Priority.HIGH, false, true), Part.SUBJECT, REGEX));
        Ticket fits = ticket(take(mail()));
        assertThat(fits.queue()).isEqualTo("tiere");
        assertThat(fits.priority()).isEqualTo(Priority.HIGH);
        assertThat(fits.needsAttention()).isTrue();
        Ticket other = ticket(take(mail().subject("Schlagloch").at("buergerservice", "INBOX 1 2")));
        assertThat(other.queue()).isEqualTo("gartenbau");
        assertThat(other.needsAttention()).isFalse();
    }

    @Test
    void ignoresWhatARuleIgnoresUnlessItGoesOnInATicket() {
        sort(rule("ERIKA@", new Action(null, null, true, false), Part.FROM, STARTS));
        StepVerifier.create(entrance().accept(mail().received())).verifyComplete();
        Ticket ticket = stored(TicketState.OPEN);
        String token = tokens.token(delivery(ticket, "x@example.org"));
        assertThat(take(mail().to("a+" + token + "@stadt.test")).ticket()).isEqualTo(ticket.id());
    }

    @Test
    void isNotKeptBusyByAnExpressionThatHasNoEnd() {
        sort(rule("(a+)+$", new Action("tiere", null, false, false), Part.TEXT, REGEX));
        assertThat(ticket(take(mail().body("a".repeat(15_000) + "!"))).queue()).isEqualTo("gartenbau");
    }

    private void sort(SortingRule... rules) {
        ports.sortings()
                .put(new Sorting("buergerservice", "gartenbau", List.of(rules), 1))
                .block();
    }

    private static SortingRule rule(String value, Action then, Part part, SortingRule.Test test) {
        return new SortingRule(value, true, List.of(new Condition(part, test, value)), then);
    }

    @Test
    void offersAMailToTheSpecialOnesFirst() {
        Ticket ticket = stored(TicketState.OPEN);
        UUID delivery = delivery(ticket, "x@example.org");
        List<ReadMail> offered = new ArrayList<>();
        specials.add(mail -> {
            offered.add(mail);
            return Mono.empty();
        });
        specials.add(_ -> Mono.just(new SpecialMail.Taken.Done()));
        String to = "a+" + tokens.token(delivery) + "@stadt.test";
        StepVerifier.create(entrance().accept(mail().to(to).received())).verifyComplete();
        assertThat(offered).extracting(mail -> mail.answers().id()).containsExactly(delivery);
        assertThat(ports.messages().all(ticket.id()).count().block()).isZero();
    }

    private static byte[] joined(Flux<ByteBuffer> chunks) {
        return chunks.collectList()
                .map(all -> {
                    ByteBuffer whole = ByteBuffer.allocate(
                            all.stream().mapToInt(ByteBuffer::remaining).sum());
                    all.forEach(whole::put);
                    return whole.array();
                })
                .block();
    }
}
