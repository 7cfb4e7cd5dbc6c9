package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.inbound.RawMail;
import de.stadttor.channels.email.inbound.RawMail.Why;
import de.stadttor.channels.email.mailbox.InFlight.Room;
import de.stadttor.channels.email.mailbox.LoadedBatch.Loaded;
import de.stadttor.channels.email.mailbox.server.FetchedMail;
import de.stadttor.channels.email.mailbox.server.ListedMail;
import de.stadttor.channels.email.mailbox.server.MailGone;
import de.stadttor.channels.email.mailbox.server.MailWithheld;
import de.stadttor.channels.email.mailbox.server.OpenFolder;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.files.ContentStore;
import de.stadttor.seals.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gets the bytes of batches, as soon as there is room for them. */
final class Loading {

    private static final int PIECE = 256 << 10;

    private final InFlight inFlight;
    private final ContentStore contents;
    private final long most;

    /** @param most bytes of one mail that are kept; what a server sends beyond is cut off */
    Loading(InFlight inFlight, ContentStore contents, long most) {
        this.inFlight = inFlight;
        this.contents = contents;
        this.most = most;
    }

    /** Fails with {@link Unfetchable} when the server or the connection does. */
    Mono<LoadedBatch> load(Connection connection, Batch batch) {
        return switch (batch.way()) {
            case WHOLE -> connection.call(folder -> whole(folder, batch)).onErrorMap(Unfetchable::new);
            case PIECEWISE, BY_HEADER, SALVAGED -> piecewise(connection, batch);
        };
    }

    private LoadedBatch whole(OpenFolder folder, Batch batch) throws Exception {
        Room room = inFlight.take(batch.bytes());
        boolean loaded = false;
        try {
            LoadedBatch result = sorted(batch, folder.fetch(batch.mails()), room);
            room.forMails(result.mails().size());
            loaded = true;
            return result;
        } finally {
            if (!loaded) {
                room.give();
            }
        }
    }

    private static LoadedBatch sorted(Batch batch, List<FetchedMail> fetched, Room room) throws IOException {
        List<Loaded> mails = new ArrayList<>();
        List<ListedMail> gone = new ArrayList<>();
        List<ListedMail> withheld = new ArrayList<>();
        for (FetchedMail each : fetched) {
            switch (each) {
                case FetchedMail.Bytes(var mail, var bytes) ->
                    mails.add(new Loaded(mail, new RawMail.Whole(bytes), digest(bytes)));
                case FetchedMail.Gone(var mail) -> gone.add(mail);
                case FetchedMail.Withheld(var mail) -> withheld.add(mail);
            }
        }
        return new LoadedBatch(batch, mails, gone, withheld, room);
    }

    private static String digest(Slice bytes) throws IOException {
        MessageDigest digest = Sha256.digest();
        bytes.open().transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private Mono<LoadedBatch> piecewise(Connection connection, Batch batch) {
        return connection
                .call(_ -> inFlight.take(2L * Head.MOST))
                .flatMap(room -> stored(connection, batch, room)
                        .delayUntil(_ -> connection.run(_ -> room.forMails(1)))
                        .doOnError(_ -> room.give())
                        .doOnCancel(room::give));
    }

    private Mono<LoadedBatch> stored(Connection connection, Batch batch, Room room) {
        ListedMail mail = batch.mails().getFirst();
        Head head = new Head();
        Flux<ByteBuffer> pieces = pieces(connection, mail).doOnNext(head::add);
        return contents.write(whatComes(batch, pieces), Long.MAX_VALUE)
                .map(content -> new Loaded(mail, head.of(content, why(batch)), content.sha256()))
                .map(loaded -> new LoadedBatch(batch, List.of(loaded), List.of(), List.of(), room))
                .onErrorReturn(MailGone.class, new LoadedBatch(batch, List.of(), batch.mails(), List.of(), room))
                .onErrorReturn(MailWithheld.class, new LoadedBatch(batch, List.of(), List.of(), batch.mails(), room));
    }

    private static Flux<ByteBuffer> whatComes(Batch batch, Flux<ByteBuffer> pieces) {
        return batch.salvaged() ? pieces.onErrorComplete(failure -> !(failure instanceof MailGone)) : pieces;
    }

    private static Why why(Batch batch) {
        return switch (batch.way()) {
            case WHOLE, PIECEWISE -> Why.TOO_LARGE;
            case BY_HEADER -> Why.UNSTORABLE;
            case SALVAGED -> Why.CUT;
        };
    }

    private Flux<ByteBuffer> pieces(Connection connection, ListedMail mail) {
        return piece(connection, mail, 0)
                .expand(piece -> piece.end() < most ? piece(connection, mail, piece.end()) : Mono.empty())
                .map(Piece::bytes);
    }

    /** Empty at the end of the mail. */
    private static Mono<Piece> piece(Connection connection, ListedMail mail, long offset) {
        return connection
                .call(folder -> Piece.at(offset, folder.part(mail, offset, PIECE)))
                .onErrorMap(failure -> !connectionIsGood(failure), Unfetchable::new)
                .filter(piece -> piece.end() > offset);
    }

    private static boolean connectionIsGood(Throwable failure) {
        return failure instanceof MailGone || failure instanceof MailWithheld;
    }

    /** @param end known from the beginning, since whoever reads the bytes uses them up */
    private record Piece(long end, ByteBuffer bytes) {

        static Piece at(long offset, ByteBuffer bytes) {
            return new Piece(offset + bytes.remaining(), bytes);
        }
    }
}
