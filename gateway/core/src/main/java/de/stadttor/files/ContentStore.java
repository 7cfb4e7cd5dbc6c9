package de.stadttor.files;

import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where bytes live, once each. Bytes that no message refers to are swept away after a day. */
public interface ContentStore {

    /**
     * Streams {@code bytes} to durable storage; storing the same bytes again is harmless.
     *
     * @param limitBytes above it nothing is kept and the result is {@link de.stadttor.refusal.Refusal.TooLarge}
     * @return once durable
     */
    Mono<Content> write(Flux<ByteBuffer> bytes, long limitBytes);

    /** The bytes; an error when they are not there, since whoever asks holds a reference. */
    Flux<ByteBuffer> read(Content content);
}
