package de.stadttor.channels.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadttor.channels.email.inbound.RawMail;
import de.stadttor.channels.email.mailbox.server.Afterwards;
import de.stadttor.channels.email.mailbox.server.Protocol;
import de.stadttor.mailboxes.FolderName;
import de.stadttor.peers.Dovecot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the readers do with a real server. */
class DovecotTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Afterwards KEEP = new Afterwards.Keep();
    private static final Afterwards DELETE = new Afterwards.Delete();
    private static final Afterwards MOVE = new Afterwards.Move("Erledigt für heute");

    private static Path folder;
    private static Dovecot dovecot;

    private final Office office = new Office();
    private final String user = "u" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void startDovecot() throws IOException {
        Dovecot.require();
        folder = Files.createTempDirectory("dc");
        dovecot = Dovecot.start(folder);
    }

    @AfterAll
    static void stopDovecot() {
        if (dovecot != null) {
            dovecot.close();
        }
    }

    @AfterEach
    void closeOffice() {
        office.close();
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of(Protocol.IMAP, KEEP),
                Arguments.of(Protocol.IMAP, MOVE),
                Arguments.of(Protocol.IMAP, DELETE),
                Arguments.of(Protocol.POP3, KEEP),
                Arguments.of(Protocol.POP3, DELETE));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void bringsEveryMailOnceAndByteForByte(Protocol protocol, Afterwards afterwards) throws IOException {
        deliver(150);
        start("one", protocol, afterwards);
        awaitTaken(150);
        assertThat(office.door.subjects()).isEqualTo(subjects(150));
        assertThat(office.door.mails())
                .allSatisfy(mail -> assertThat(mail.raw())
                        .isInstanceOfSatisfying(
                                RawMail.Whole.class,
                                whole -> assertThat(whole.bytes().copy())
                                        .isEqualTo(Mails.mail(RecordingDoor.subject(mail)))));
        awaitLeft(afterwards.stays() ? 150 : 0);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void bringsOnlyWhatIsNewAfterARestart(Protocol protocol, Afterwards afterwards) throws IOException {
        deliver(5);
        start("one", protocol, afterwards);
        awaitTaken(5);
        awaitLeft(afterwards.stays() ? 5 : 0);
        office.stop();
        dovecot.deliver(user, "later", Mails.mail("later"));
        start("two", protocol, afterwards);
        awaitTaken(6);
        assertThat(office.door.brought()).isEqualTo(6);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void leavesInTheMailboxWhatTheDoorRefusesAndBringsTheOthers(Protocol protocol, Afterwards afterwards)
            throws IOException {
        office.door.refuse(mail -> RecordingDoor.subject(mail).equals("mail-003"));
        deliver(10);
        start("one", protocol, afterwards);
        awaitTaken(9);
        assertThat(office.door.subjects()).doesNotContain("mail-003");
        awaitLeft(afterwards.stays() ? 10 : 1);
        office.door.refuse(_ -> false);
        awaitMovingTheClock(10);
        awaitLeft(afterwards.stays() ? 10 : 0);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void goesOnAfterAConnectionThatWasCutInTheMiddleOfAMail(Protocol protocol, Afterwards afterwards)
            throws IOException {
        deliver(20);
        try (var proxy = new CuttingProxy(port(protocol), "Subject: mail-011", 3)) {
            office.start("one", protocol, proxy.port(), user, afterwards);
            awaitMovingTheClock(20);
            assertThat(proxy.cuts()).isEqualTo(3);
        }
        assertThat(office.door.subjects()).isEqualTo(subjects(20));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void handsInWhatCanBeHadOfAMailThatIsNeverWhole(Protocol protocol, Afterwards afterwards) throws IOException {
        deliver(3);
        String poison = "THE END OF THE LINE";
        byte[] start = Mails.mail("broken", 300_000);
        byte[] broken = Arrays.copyOf(start, start.length + poison.length());
        System.arraycopy(poison.getBytes(StandardCharsets.US_ASCII), 0, broken, start.length, poison.length());
        dovecot.deliver(user, "broken", broken);
        try (var proxy = new CuttingProxy(port(protocol), poison, Integer.MAX_VALUE)) {
            office.start("one", protocol, proxy.port(), user, afterwards);
            awaitMovingTheClock(4);
            int cuts = proxy.cuts();
            awaitOneMore(5);
            awaitOneMore(6);
            assertThat(proxy.cuts()).isEqualTo(cuts);
        }
        assertThat(office.door.mails())
                .filteredOn(mail -> RecordingDoor.subject(mail).equals("broken"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.raw())
                        .isInstanceOfSatisfying(
                                RawMail.Oversize.class,
                                part -> assertThat(part.why()).isEqualTo(RawMail.Why.CUT)));
        awaitLeft(afterwards.stays() ? 6 : 1);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void bringsAMailThatIsTooLargeFromTheContentStore(Protocol protocol, Afterwards afterwards) throws IOException {
        byte[] large = Mails.mail("large", 3 * Office.WHOLE_UP_TO);
        dovecot.deliver(user, "large", large);
        deliver(2);
        start("one", protocol, afterwards);
        awaitTaken(3);
        var raw = office.door.mails().stream()
                .map(mail -> mail.raw())
                .filter(RawMail.Oversize.class::isInstance)
                .map(RawMail.Oversize.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(raw.whole().size()).isEqualTo(large.length);
        assertThat(raw.head().copy()).isEqualTo(Arrays.copyOf(large, Head.MOST));
        awaitLeft(afterwards.stays() ? 3 : 0);
    }

    @Test
    void bringsNothingAgainWhenTheServerNumbersItsMailsAnew() throws IOException, InterruptedException {
        deliver(5);
        start("one", Protocol.IMAP, KEEP);
        awaitTaken(5);
        awaitMark();
        office.stop();
        dovecot.renumber(user);
        dovecot.deliver(user, "later", Mails.mail("later"));
        start("two", Protocol.IMAP, KEEP);
        awaitTaken(6);
        assertThat(office.door.brought()).isEqualTo(6);
        assertThat(office.door.subjects()).contains("later");
    }

    @ParameterizedTest
    @MethodSource("leavings")
    void leavesAloneWhatOthersDeletedWhereTheServerHasNoUidplus(Afterwards afterwards) throws IOException {
        dovecot.deliverRead(user, "foreign:2,ST", Mails.mail("foreign"));
        deliver(3);
        try (var proxy = new ForgetfulProxy(dovecot.imapPort(), "UIDPLUS", "MOVE")) {
            office.start("one", Protocol.IMAP, proxy.port(), user, afterwards);
            awaitTaken(3);
            dovecot.deliver(user, "later", Mails.mail("later"));
            awaitTaken(4);
            dovecot.deliver(user, "last", Mails.mail("last"));
            awaitTaken(5);
        }
        assertThat(office.door.brought()).isEqualTo(5);
        assertThat(office.door.subjects()).doesNotContain("foreign");
        awaitLeft(6);
    }

    static Stream<Afterwards> leavings() {
        return Stream.of(MOVE, DELETE);
    }

    @ParameterizedTest
    @MethodSource("leavings")
    void deletesItsOwnMailsWhereTheServerHasNoUidplus(Afterwards afterwards) throws IOException {
        deliver(3);
        try (var proxy = new ForgetfulProxy(dovecot.imapPort(), "UIDPLUS", "MOVE")) {
            office.start("one", Protocol.IMAP, proxy.port(), user, afterwards);
            awaitTaken(3);
            awaitLeft(0);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void handsInByItsHeaderWhatTheDoorRefusesTooOften(Protocol protocol, Afterwards afterwards) throws IOException {
        office.door.refuse(mail -> mail.raw() instanceof RawMail.Whole);
        deliver(3);
        start("one", protocol, afterwards);
        awaitMovingTheClock(3);
        assertThat(office.door.subjects()).isEqualTo(subjects(3));
        assertThat(office.door.mails())
                .allSatisfy(mail -> assertThat(mail.raw())
                        .isInstanceOfSatisfying(
                                RawMail.Oversize.class,
                                oversize -> assertThat(oversize.why()).isEqualTo(RawMail.Why.UNSTORABLE)));
        awaitLeft(afterwards.stays() ? 3 : 0);
    }

    @Test
    void givesRoomBackWhenItsNotesCannotBeAsked() throws IOException {
        office.keepNotes(new FailingProgress(office.ports.folderProgress(), new AtomicInteger(3)));
        for (String subject : subjects(4)) {
            dovecot.deliver(user, subject, Mails.mail(subject, 900_000));
        }
        start("one", Protocol.IMAP, KEEP);
        awaitTaken(4);
    }

    @Test
    void forgetsOnceADayWhatSomebodyTookOutOfAFolderThatItKeeps() throws IOException, InterruptedException {
        deliver(3);
        start("one", Protocol.IMAP, KEEP);
        awaitTaken(3);
        await().atMost(PATIENCE).until(() -> remembered() == 3);
        office.stop();
        dovecot.remove(user, "mail-001");
        start("two", Protocol.IMAP, KEEP);
        awaitDaysUntilRemembered(2);
        assertThat(office.door.brought()).isEqualTo(3);
    }

    /** A session may learn of it late. */
    private void awaitDaysUntilRemembered(int mails) {
        await().atMost(PATIENCE).until(() -> {
            office.ports.clock().advance(Duration.ofDays(1));
            return remembered() == mails;
        });
    }

    private long remembered() {
        return office.ports
                .folderProgress()
                .remembered(new FolderName(user, "INBOX"))
                .count()
                .block();
    }

    @Test
    void isToldOfAMailThatComesWhileItWaits() throws IOException {
        deliver(1);
        office.idling().start("one", Protocol.IMAP, dovecot.imapPort(), user, DELETE);
        awaitTaken(1);
        awaitLeft(0);
        dovecot.deliver(user, "later", Mails.mail("later"));
        awaitTaken(2);
    }

    @Test
    void isReadByOneProcessOnlyUntilThatEnds() throws IOException {
        deliver(1);
        start("one", Protocol.IMAP, KEEP);
        awaitTaken(1);
        FolderReader other = start("other", Protocol.IMAP, KEEP);
        await().atMost(PATIENCE).until(() -> other.state().view().phase() == FolderState.Phase.STANDING_BY);
        assertThat(office.door.brought()).isEqualTo(1);
    }

    @Test
    void putsMovedMailsIntoTheirFolder() throws IOException {
        deliver(3);
        start("one", Protocol.IMAP, MOVE);
        awaitTaken(3);
        await().atMost(PATIENCE).until(() -> files("mail/" + user + "/.Erledigt f&APw-r heute") == 3);
    }

    private FolderReader start(String owner, Protocol protocol, Afterwards afterwards) {
        return office.start(owner, protocol, port(protocol), user, afterwards);
    }

    private static int port(Protocol protocol) {
        return switch (protocol) {
            case IMAP -> dovecot.imapPort();
            case POP3 -> dovecot.pop3Port();
        };
    }

    private void deliver(int mails) throws IOException {
        for (String subject : subjects(mails)) {
            dovecot.deliver(user, subject, Mails.mail(subject));
        }
    }

    private static List<String> subjects(int mails) {
        return IntStream.range(0, mails).mapToObj("mail-%03d"::formatted).toList();
    }

    private void awaitTaken(int mails) {
        await().atMost(PATIENCE).until(() -> office.door.mails().size() == mails);
    }

    /** Mails that failed are tried again after a while. */
    private void awaitMovingTheClock(int mails) {
        await().atMost(PATIENCE).until(() -> {
            office.ports.clock().advance(Duration.ofSeconds(1));
            return office.door.mails().size() == mails;
        });
    }

    private void awaitOneMore(int mails) throws IOException {
        dovecot.deliver(user, "later-" + mails, Mails.mail("later-" + mails));
        awaitMovingTheClock(mails);
    }

    private void awaitMark() {
        var inbox = new FolderName(user, "INBOX");
        await().atMost(PATIENCE)
                .until(() ->
                        office.ports.folderProgress().mark(inbox).hasElement().block());
    }

    private void awaitLeft(int mails) {
        await().atMost(PATIENCE).until(() -> files("mail/" + user) == mails);
    }

    private static long files(String box) throws IOException {
        long count = 0;
        for (String part : List.of("new", "cur")) {
            Path path = folder.resolve(box).resolve(part);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    count += files.count();
                }
            }
        }
        return count;
    }
}
