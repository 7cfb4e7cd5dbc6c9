package de.stadttor.store.files;

import de.stadttor.files.Content;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.seals.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.tika.Tika;

/** A file on its way in: hashed and measured as it comes, moved to its place when whole, gone otherwise. */
final class IncomingFile {

    private static final int HEAD = 64 * 1024;

    private final Tika types;
    private final Path directory;
    private final Path staged;
    private final FileChannel channel;
    private final MessageDigest digest;
    private final long limit;
    private final ByteBuffer head = ByteBuffer.allocate(HEAD);
    private long size;

    private IncomingFile(Tika types, Path directory, Path staged, long limit) throws IOException {
        this.types = types;
        this.directory = directory;
        this.staged = staged;
        this.limit = limit;
        this.channel = FileChannel.open(staged, StandardOpenOption.WRITE);
        this.digest = Sha256.digest();
    }

    /** @param types made once at start: making them is slow, and fails when the request behind it is cancelled */
    static IncomingFile in(Path directory, Tika types, long limit) throws IOException {
        return new IncomingFile(types, directory, Files.createTempFile(directory, "incoming-", null), limit);
    }

    IncomingFile append(ByteBuffer bytes) {
        size += bytes.remaining();
        if (size > limit) {
            throw new Refused(new Refusal.TooLarge(limit));
        }
        digest.update(bytes.duplicate());
        remember(bytes.duplicate());
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Forces the bytes to the disk before they get their name: what has a name is whole. */
    Content keep() {
        String sha256 = HexFormat.of().formatHex(digest.digest());
        try {
            channel.force(true);
            Path place = ContentDirectory.path(directory, sha256);
            Files.createDirectories(place.getParent());
            Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Content(sha256, size, types.detect(Arrays.copyOf(head.array(), head.position())));
    }

    void close() {
        try {
            channel.close();
            Files.deleteIfExists(staged);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(ByteBuffer bytes) {
        int wanted = Math.min(head.remaining(), bytes.remaining());
        head.put(bytes.slice(bytes.position(), wanted));
    }
}
