package de.stadttor.channels.email.inbound;

import static de.stadttor.channels.email.inbound.TestMails.mail;
import static de.stadttor.sorting.SortingRule.Test.EQUALS;
import static de.stadttor.sorting.SortingRule.Test.REGEX;
import static de.stadttor.sorting.SortingRule.Test.STARTS;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.channels.email.MailReader;
import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.channels.email.secure.MailKeys;
import de.stadttor.channels.email.sender.SenderCheck;
import de.stadttor.channels.email.sender.SenderVerdict;
import de.stadttor.channels.email.sender.TrustedServer;
import de.stadttor.events.Event;
import de.stadttor.files.Content;
import de.stadttor.files.InMemoryContents;
import de.stadttor.files.Reception;
import de.stadttor.files.ScanVerdict;
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
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import de.stadttor.seals.Seal;
import de.stadttor.seals.Sha256;
import de.stadttor.sorting.Sorting;
import de.stadttor.sorting.SortingRule;
import de.stadttor.sorting.SortingRule.Action;
import de.stadttor.sorting.SortingRule.Condition;
import de.stadttor.sorting.SortingRule.Part;
import de.stadttor.ticketing.Attention;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Original;
import de.stadttor.ticketing.Priority;
import de.stadttor.ticketing.TestTickets;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketState;
import de.stadttor.web.Texts;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What becomes of a mail, from its bytes to the ticket; only the database is in memory. */
class MailDoorTest {

    private static final String PASS = "Authentication-Results: mx.stadt.test; dmarc=pass header.from=example.org";
    private static final String FAIL = "Authentication-Results: mx.stadt.test; dmarc=fail header.from=example.org";
    private static final LoopMark MARK = LoopMark.signedWith(new byte[32]);

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final RecordedReturns deliveries = new RecordedReturns();
    private final ReplyTokens tokens = new ReplyTokens(Seal.derive(new byte[32], "reply"));
    private final InMemoryContents contents = new InMemoryContents();
    private final List<SpecialMail> specials = new ArrayList<>();
    private final CitizenId citizen = new CitizenId(ports.ids().next());
    private final Intake intake = TestIntake.open(ports, TestIntake.links(ports), deliveries);
    private Scanner scanner = Scanner.NONE;
    private SenderCheck senders = new TrustedServer("mx.stadt.test");

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

    @Test
    void keepsTheDateOfAnImportedMail() {
        Receipt receipt = take(mail().imported());
        assertThat(ticket(receipt).createdAt()).isEqualTo(Instant.parse("2026-11-20T08:30:00Z"));
        assertThat(ports.outbox().newest(9).count().block()).isZero();
    }

    @Test
    void letsAPersonSeeAMailThatBreaksTheReader() {
        senders = (_, _) -> {
            throw new IllegalStateException("broken");
        };
        Receipt receipt = take(mail());
        assertThat(attention(receipt)).isEqualTo(Attention.UNREADABLE);
        assertThat(ports.originals().find(only(receipt).id()).block().raw()).isNotNull();
    }

    @Test
    void letsAPersonSeeWhatNamesNoAuthor() {
        Receipt receipt = take(mail().received(new RawMail.Whole(Slice.of("\0keine Mail".getBytes(US_ASCII)))));
        assertThat(attention(receipt)).isEqualTo(Attention.UNREADABLE);
        assertThat(ticket(receipt).contact().email()).isNull();
    }

    @Test
    void letsAPersonSeeAMailThatNobodyHereCanOpen() {
        Receipt receipt = take(mail().field("Content-Type: application/pkcs7-mime; smime-type=enveloped-data")
                .body("bm90IGEgQ01T"));
        assertThat(attention(receipt)).isEqualTo(Attention.UNREADABLE);
    }

    @Test
    void letsAPersonSeeAMailThatTakesTooLong() {
        senders = (_, _) -> {
            Mono.never().block(Duration.ofSeconds(2));
            return SenderVerdict.UNCHECKED;
        };
        assertThat(attention(take(mail()))).isEqualTo(Attention.SLOW);
    }

    @Test
    void letsAPersonSeeAMailThatIsTooLarge() {
        var mail = mail().body("Anfang");
        var whole = new Content("ab".repeat(32), 200L << 20, "message/rfc822");
        Receipt receipt = take(mail.received(new RawMail.Oversize(Slice.of(mail.bytes()), whole)));
        assertThat(attention(receipt)).isEqualTo(Attention.OVERSIZE);
        assertThat(ticket(receipt).subject()).isEqualTo("Wespennest");
        assertThat(ticket(receipt).contact().email()).isEqualTo("erika@example.org");
        assertThat(ports.originals().find(only(receipt).id()).block().raw()).isEqualTo(new Original.Raw.Stored(whole));
    }

    @Test
    void makesOneTicketOfAMailThatIsCutElsewhereEachTime() {
        Receipt receipt = take(mail().received(cut("ab")));
        assertThat(attention(receipt)).isEqualTo(Attention.UNREADABLE);
        entrance().accept(mail().received(cut("cd"))).as(StepVerifier::create).verifyComplete();
    }

    private static RawMail cut(String digest) {
        var part = new Content(digest.repeat(32), 100, "message/rfc822");
        return new RawMail.Oversize(Slice.of(mail().bytes()), part, RawMail.Why.CUT);
    }

    @Test
    void locksAwayAFileWithMalwareAndSaysSo() {
        scanner = _ -> Mono.just(ScanVerdict.INFECTED);
        Receipt receipt = take(withFile());
        assertThat(attention(receipt)).isEqualTo(Attention.INFECTED);
        assertThat(only(receipt).files())
                .singleElement()
                .satisfies(file -> assertThat(file.scan()).isEqualTo(ScanVerdict.INFECTED));
    }

    @Test
    void keepsTheFilesOfAMail() {
        assertThat(only(take(withFile())).files())
                .extracting(file -> file.name().value())
                .containsExactly("plan.txt");
    }

    @Test
    void namesAMailWithoutSubject() {
        assertThat(ticket(take(mail().subject(""))).subject()).isEqualTo("(ohne Betreff)");
    }

    @Test
    void cutsWhatIsTooLongAndSaysSo() {
        Receipt receipt = take(mail().subject("ä".repeat(500)).body("x".repeat(200_000)));
        assertThat(ticket(receipt).subject()).hasSize(Ticket.SUBJECT_LIMIT).endsWith("…");
        assertThat(only(receipt).text()).hasSize(Message.TEXT_LIMIT).endsWith("…");
        assertThat(attention(receipt)).isEqualTo(Attention.CUT);
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

    private static TestMails withFile() {
        return mail().field("MIME-Version: 1.0")
                .field("Content-Type: multipart/mixed; boundary=b")
                .body("--b\r\n\r\nText\r\n--b\r\nContent-Type: text/plain\r\n"
                        + "Content-Disposition: attachment; filename=plan.txt\r\n\r\nPlan\r\n--b--\r\n");
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

    private UUID delivery(Ticket ticket, String address) {
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

    private Ticket stored(TicketState state) {
        Instant closed = state == TicketState.CLOSED ? ports.clock().instant() : null;
        return TestTickets.unknownTo(ports)
                .map(fresh -> TestTickets.change(fresh).state(state, closed).done())
                .flatMap(ticket -> TestTickets.stored(ports, ticket, citizen))
                .block();
    }

    private Receipt take(TestMails mail) {
        return take(mail.received());
    }

    private Receipt take(ReceivedMail mail) {
        return entrance().accept(mail).block();
    }

    private MailEntrance entrance() {
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

    private Ticket ticket(Receipt receipt) {
        return ports.tickets().find(receipt.ticket()).block();
    }

    private Ticket now(Ticket ticket) {
        return ports.tickets().find(ticket.id()).block();
    }

    private Message only(Receipt receipt) {
        return ports.messages().all(receipt.ticket()).single().block();
    }

    private List<String> kinds(Receipt receipt) {
        return events(receipt.ticket()).map(event -> event.kind()).collectList().block();
    }

    private Attention attention(Receipt receipt) {
        assertThat(ticket(receipt).needsAttention()).isTrue();
        return events(receipt.ticket())
                .filter(event -> event.kind().equals("attention-called"))
                .map(event -> Attention.of(event.body().get("reason")))
                .single()
                .block();
    }

    private Flux<Event> events(TicketId ticket) {
        return ports.log().read(ticket.stream(), 0, 100);
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
