package de.stadttor.contract;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bodies as plain bytes, outside of any pool. */
final class Bytes {

    private Bytes() {}

    /** The whole body; an empty array when there is none. */
    static Mono<byte[]> of(Flux<? extends DataBuffer> body) {
        return DataBufferUtils.join(body).map(Bytes::of).defaultIfEmpty(new byte[0]);
    }

    private static byte[] of(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    static DataBuffer buffer(byte[] bytes) {
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    }
}
