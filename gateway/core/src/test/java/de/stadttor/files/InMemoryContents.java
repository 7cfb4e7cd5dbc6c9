package de.stadttor.files;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls everything {@code application/octet-stream}. */
public final class InMemoryContents implements ContentStore {

    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

    @Override
    public Mono<Content> write(Flux<ByteBuffer> bytes, long limitBytes) {
        return bytes.collect(ByteArrayOutputStream::new, (all, part) -> append(all, part, limitBytes))
                .map(ByteArrayOutputStream::toByteArray)
                .map(this::keep);
    }

    @Override
    public Flux<ByteBuffer> read(Content content) {
        return Flux.defer(() -> {
            byte[] bytes = contents.get(content.sha256());
            return bytes == null
                    ? Flux.error(() -> new IllegalStateException("no such content"))
                    : Flux.just(ByteBuffer.wrap(bytes));
        });
    }

    private static void append(ByteArrayOutputStream all, ByteBuffer part, long limitBytes) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        all.writeBytes(bytes);
        if (all.size() > limitBytes) {
            throw new Refused(new Refusal.TooLarge(limitBytes));
        }
    }

    private Content keep(byte[] bytes) {
        try {
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            contents.put(sha256, bytes);
            return new Content(sha256, bytes.length, "application/octet-stream");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
