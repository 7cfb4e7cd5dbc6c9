package de.stadttor.channels.email.archive;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.email.archive.MailImport.Tally;
import de.stadttor.channels.email.inbound.RawMail;
import de.stadttor.channels.email.inbound.ReceivedMail;
import de.stadttor.channels.email.inbound.ReceivedMail.Occasion;
import de.stadttor.files.InMemoryContents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailImportTest {

    private static final int WHOLE_UP_TO = 1000;

    private final TakingDoor door = new TakingDoor();
    private final MailImport importing = new MailImport(door, new InMemoryContents(), WHOLE_UP_TO);

    @TempDir
    private Path folder;

    @Test
    void takesTheMailsOfAMaildirAndNothingElseOfIt() throws IOException {
        write("box/cur/1:2,S", "Subject: seen\r\n\r\n");
        write("box/new/2", "Subject: new\r\n\r\n");
        write("box/tmp/3", "Subject: never whole\r\n\r\n");
        write("box/dovecot.index", "no mail");
        assertThat(run()).isEqualTo(new Tally(2, 0, 0, 0));
        assertThat(door.texts()).containsExactly("Subject: new\r\n\r\n", "Subject: seen\r\n\r\n");
    }

    @Test
    void takesEachMailOfAnMboxAsItWasBeforeItWasQuoted() throws IOException {
        write("old.mbox", """
            From a@example.org Mon Jan  5 10:00:00 2015
            Subject: one

            From here on it is quoted:
            >From me
            >>From you

            From b@example.org Tue Jan  6 11:00:00 2015
            Subject: two

            Text
            """);
        assertThat(run()).isEqualTo(new Tally(2, 0, 0, 0));
        assertThat(door.texts())
                .containsExactly(
                        "Subject: one\n\nFrom here on it is quoted:\nFrom me\n>From you\n", "Subject: two\n\nText\n");
    }

    @Test
    void takesNothingTwice() throws IOException {
        write("a.eml", "Subject: a\r\n\r\n");
        write("copy/a.eml", "Subject: a\r\n\r\n");
        write("b.eml", "Subject: b\r\n\r\n");
        assertThat(run()).isEqualTo(new Tally(2, 1, 0, 0));
        assertThat(run()).isEqualTo(new Tally(0, 3, 0, 0));
    }

    @Test
    void givesEachMailItsOwnDateAndTellsThatItIsOld() throws IOException {
        write("a.eml", """
            Received: from mx.example.org by mail.stadt.test; Tue, 6 Jan 2015 11:00:00 +0100
            Date: Mon, 5 Jan 2015 10:00:00 +0100

            """);
        run();
        assertThat(door.mails())
                .extracting(ReceivedMail::receivedAt)
                .containsExactly(Instant.parse("2015-01-06T10:00:00Z"));
        assertThat(door.mails()).extracting(ReceivedMail::occasion).containsExactly(Occasion.IMPORT);
        assertThat(door.mails()).extracting(ReceivedMail::mailbox).containsExactly("altlast");
    }

    @Test
    void givesAMailWithoutADateThatOfItsFile() throws IOException {
        Instant written = Instant.parse("2014-03-01T00:00:00Z");
        Files.setLastModifiedTime(write("a.eml", "Subject: a\r\n\r\n"), FileTime.from(written));
        run();
        assertThat(door.mails()).extracting(ReceivedMail::receivedAt).containsExactly(written);
    }

    @Test
    void storesAMailThatIsTooLargeToBeRead() throws IOException {
        String large = "Subject: large\r\n\r\n" + "x".repeat(WHOLE_UP_TO);
        write("a.eml", large);
        run();
        assertThat(door.mails())
                .extracting(ReceivedMail::raw)
                .singleElement()
                .isInstanceOfSatisfying(
                        RawMail.Oversize.class,
                        raw -> assertThat(raw.whole().size()).isEqualTo(large.length()));
    }

    private Tally run() {
        return importing.run(folder, "altlast").block();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    }
}
