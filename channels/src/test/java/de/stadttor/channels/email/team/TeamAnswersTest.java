package de.stadttor.channels.email.team;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.channels.email.MailReader;
import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.inbound.KeptMail;
import de.stadttor.channels.email.inbound.RawMail;
import de.stadttor.channels.email.inbound.ReadMail;
import de.stadttor.channels.email.inbound.ReceivedMail;
import de.stadttor.channels.email.inbound.SpecialMail.Taken;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.channels.email.secure.MailKeys;
import de.stadttor.channels.email.sender.TrustedServer;
import de.stadttor.files.InMemoryContents;
import de.stadttor.files.Reception;
import de.stadttor.files.Scanner;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.outbox.Delivery;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.seals.Sha256;
import de.stadttor.teams.Colleague;
import de.stadttor.teams.MailedAnswers;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Casebook;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.InMemoryQueues;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.TestQueues;
import de.stadttor.ticketing.TestTickets;
import de.stadttor.ticketing.Ticket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamAnswersTest {

    private static final String PROVEN = "Authentication-Results: mx.stadt.example; dmarc=pass\n";
    private static final String INSIDE =
            "Authentication-Results: mx.stadt.example; auth=pass smtp.auth=e.garten@stadt.example\n";
    private static final String ERIKA = "From: Erika <E.Garten@stadt.example>\n";
    private static final Recipient TEAM = new Recipient.OfQueue(TestTickets.QUEUE);

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final MailReader reader =
            new MailReader(LoopMark.UNKNOWN, MailKeys.NONE, new TrustedServer("mx.stadt.example"));
    private final Ticket ticket =
            TestTickets.stored(ports, new CitizenId(ports.ids().next())).block();
    private final TeamAnswers answers = answers();

    @BeforeEach
    void register() {
        var erika = new Colleague("e.garten", "Erika", "e.garten@stadt.example", Set.of(TestTickets.QUEUE));
        ports.colleagues().put(erika).block();
    }

    @Test
    void publishesTheAnswerOfAProvenColleague() {
        assertThat(take(PROVEN + ERIKA + "\nWir kommen.\n")).isInstanceOf(Taken.Into.class);
        assertThat(written().direction()).isEqualTo(Direction.TO_CITIZEN);
    }

    @Test
    void publishesTheAnswerOfWhoLoggedInAtOurServer() {
        take(INSIDE + ERIKA + "\nWir kommen.\n");

        assertThat(written().direction()).isEqualTo(Direction.TO_CITIZEN);
    }

    @Test
    void publishesNothingThatAnybodyCouldHaveSent() {
        take(ERIKA + "\nWir kommen.\n");

        assertThat(written().direction()).isEqualTo(Direction.INTERNAL);
        assertThat(told()).containsExactly(Kind.REPLY_REFUSED);
    }

    @Test
    void publishesNothingOfAColleagueWhoLoggedInAsSomebodyElse() {
        take(INSIDE + "From: m@stadt.example\n\nWir kommen.\n");

        assertThat(written().direction()).isEqualTo(Direction.INTERNAL);
    }

    @Test
    void publishesNothingOfAStranger() {
        take(PROVEN + "From: m@buerger.example\n\nIch bin der Nachbar.\n");

        assertThat(written().direction()).isEqualTo(Direction.INTERNAL);
        assertThat(told()).containsExactly(Kind.REPLY_REFUSED);
    }

    @Test
    void publishesNothingAfterThirtyDays() {
        var old = delivery(TEAM, Duration.ofDays(31));
        answers.take(mail(PROVEN + ERIKA + "\nWir kommen.\n", old)).block();

        assertThat(written().direction()).isEqualTo(Direction.INTERNAL);
        assertThat(told()).containsExactly(Kind.REPLY_REFUSED);
    }

    @Test
    void answersNoMachine() {
        take(PROVEN + "From: m@buerger.example\nAuto-Submitted: auto-replied\n\nIm Urlaub.\n");

        assertThat(written().direction()).isEqualTo(Direction.INTERNAL);
        assertThat(told()).isEmpty();
    }

    @Test
    void keepsTheFilesOfAnAnswer() {
        take(PROVEN + ERIKA + """
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            Siehe Anlage.
            --b
            Content-Type: text/csv
            Content-Disposition: attachment; filename=plan.csv

            a;b
            --b--
            """);

        assertThat(written().files())
                .singleElement()
                .satisfies(file -> assertThat(file.name().value()).isEqualTo("plan.csv"));
    }

    @Test
    void keepsTheMailAsItCame() {
        take(PROVEN + ERIKA + "\nWir kommen.\n");

        var original = ports.originals().find(written().id()).block();
        assertThat(original.raw().size()).isPositive();
        assertThat(original.sender().dmarc()).isEqualTo("pass");
        assertThat(original.messageId()).isNull();
    }

    @Test
    void leavesMailOfOthersToOthers() {
        var citizen = new Recipient.OfCitizen(ports.ids().next().toString());

        assertThat(answers.take(mail(PROVEN + ERIKA + "\nHallo\n", null)).block())
                .isNull();
        assertThat(answers.take(mail(PROVEN + ERIKA + "\nHallo\n", delivery(citizen, Duration.ZERO)))
                        .block())
                .isNull();
        assertThat(ports.messages().all(ticket.id()).count().block()).isZero();
    }

    private @Nullable Taken take(String mail) {
        return answers.take(mail(mail, delivery(TEAM, Duration.ofDays(1)))).block();
    }

    @Test
    void publishesOneAnswerThatCameToTwoMailboxesOnce() {
        Delivery answered = delivery(TEAM, Duration.ofDays(1));
        ReadMail first = mail(PROVEN + ERIKA + "\nWir kommen.\n", answered);
        var elsewhere = new ReadMail(
                first.received(),
                first.parsed(),
                new RequestKey("mailbox zentrale", "INBOX/1/7", "f"),
                answered,
                first.likeness());

        assertThat(answers.take(first).block())
                .isInstanceOfSatisfying(
                        Taken.Into.class,
                        taken -> assertThat(taken.receipt().repeated()).isFalse());
        assertThat(answers.take(elsewhere).block())
                .isInstanceOfSatisfying(
                        Taken.Into.class,
                        taken -> assertThat(taken.receipt().repeated()).isTrue());
        assertThat(written().text()).isEqualTo("Wir kommen.");
    }

    private ReadMail mail(String text, @Nullable Delivery answered) {
        byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        var received = new ReceivedMail(
                "buergerservice",
                "INBOX/1/1",
                ports.clock().instant(),
                new RawMail.Whole(Slice.of(bytes)),
                ReceivedMail.Occasion.ARRIVAL);
        return new ReadMail(
                received,
                reader.read(bytes),
                new RequestKey("mailbox buergerservice", "INBOX/1/1", "f"),
                answered,
                Sha256.hex(text));
    }

    private Delivery delivery(Recipient recipient, Duration age) {
        return new Delivery(
                ports.ids().next(),
                ticket.id(),
                recipient,
                "hash",
                Delivery.State.SENT,
                ports.clock().instant().minus(age));
    }

    private Message written() {
        return ports.messages().all(ticket.id()).single().block();
    }

    private List<Kind> told() {
        return ports.outbox()
                .newest(10)
                .filter(item -> item.recipient() instanceof Recipient.OfAddress)
                .map(OutboxItem::kind)
                .collectList()
                .block();
    }

    private TeamAnswers answers() {
        var queues = new InMemoryQueues(TestQueues.gardening(), TestQueues.animals());
        var journal = new Journal(ports.log(), ports.tickets(), _ -> Set.of());
        var mailed = new MailedAnswers(
                new Access(ports.tickets()),
                ports.tickets(),
                new Casebook(ports.tickets(), ports.messages(), queues, journal, ports.clock()),
                ports.originals(),
                ports.outbox(),
                ports.unitOfWork(),
                new OnceOnly(ports.requestKeys()),
                _ -> AssuranceLevel.BASIC,
                ports.ids(),
                ports.clock());
        var contents = new InMemoryContents();
        var reception = new Reception(contents, Scanner.NONE, ports.ids());
        return new TeamAnswers(
                ports.colleagues(), mailed, reception, new KeptMail(contents), ports.tickets(), ports.clock());
    }
}
