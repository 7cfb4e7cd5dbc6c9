package de.stadttor.channels.email.archive;

import de.stadttor.channels.email.inbound.MailDoor;
import de.stadttor.channels.email.inbound.RawMail;
import de.stadttor.channels.email.inbound.ReceivedMail;
import de.stadttor.channels.email.inbound.ReceivedMail.Occasion;
import de.stadttor.channels.email.mime.Head;
import de.stadttor.channels.email.mime.MailDates;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.files.ContentStore;
import de.stadttor.seals.Sha256;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes old mails in, each with its own date; nobody is told. A mail is known by its bytes, so an import can be
 * repeated after whatever ended it.
 */
public final class MailImport {

    private static final Logger LOG = LoggerFactory.getLogger(MailImport.class);
    private static final int AT_ONCE = 16;
    private static final int HEAD = 1 << 20;

    private final MailDoor door;
    private final ContentStore contents;
    private final int wholeUpTo;

    /** @param wholeUpTo bytes of a mail that is read as a whole */
    public MailImport(MailDoor door, ContentStore contents, int wholeUpTo) {
        this.door = door;
        this.contents = contents;
        this.wholeUpTo = wholeUpTo;
    }

    /**
     * @param taken made a ticket or went on in one
     * @param repeated were there already
     * @param ignored by a rule
     * @param failed should be tried again
     */
    public record Tally(long taken, long repeated, long ignored, long failed) {

        static final Tally NONE = new Tally(0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    taken + other.taken, repeated + other.repeated, ignored + other.ignored, failed + other.failed);
        }
    }

    /**
     * Reads what is below {@code path} into {@code mailbox}. A mail that fails is told and keeps no other from coming
     * in.
     *
     * @param path a Maildir, a folder with any of them and of files {@code .eml} and {@code .mbox}, or such a file
     */
    public Mono<Tally> run(Path path, String mailbox) {
        return MailArchive.read(path)
                .flatMap(mail -> take(mail, mailbox), AT_ONCE, 1)
                .reduce(Tally.NONE, Tally::plus)
                .checkpoint("import mail");
    }

    private Mono<Tally> take(ArchivedMail mail, String mailbox) {
        String digest = HexFormat.of().formatHex(Sha256.of(mail.bytes().copy()));
        return raw(mail.bytes())
                .flatMap(raw -> door.accept(
                        new ReceivedMail(mailbox, "import/" + digest, receivedAt(mail), raw, Occasion.IMPORT)))
                .map(receipt -> receipt.repeated() ? new Tally(0, 1, 0, 0) : new Tally(1, 0, 0, 0))
                .defaultIfEmpty(new Tally(0, 0, 1, 0))
                .onErrorResume(failure -> {
                    LOG.warn("Not imported: the mail with SHA-256 {}", digest, failure);
                    return Mono.just(new Tally(0, 0, 0, 1));
                });
    }

    private Mono<RawMail> raw(Slice bytes) {
        return bytes.length() <= wholeUpTo
                ? Mono.just(new RawMail.Whole(bytes))
                : contents.write(Flux.just(ByteBuffer.wrap(bytes.copy())), bytes.length())
                        .map(content -> new RawMail.Oversize(bytes.part(0, Math.min(HEAD, bytes.length())), content));
    }

    /** When our side got it, if it tells; else when it was written; else when its file was. */
    private static Instant receivedAt(ArchivedMail mail) {
        var fields = Head.of(mail.bytes()).fields();
        Stream<String> received =
                fields.all("Received").limit(1).map(field -> field.substring(field.lastIndexOf(';') + 1));
        return Stream.concat(received, fields.all("Date"))
                .map(MailDates::parse)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(date -> !date.isAfter(mail.keptSince().plusSeconds(86_400)))
                .findFirst()
                .orElse(mail.keptSince());
    }
}
