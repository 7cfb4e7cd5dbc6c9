package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.mime.Slice;
import de.stadttor.files.ContentStore;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.BadRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads mails that come as bodies. One within the limit lies in memory until it is done with, and all of them together
 * are bounded; what goes beyond streams to storage and is not read.
 */
@Component
final class MailBodies {

    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    /** Enough for every header that anybody sends. */
    private static final int HEAD = 256 * 1024;

    private final ContentStore contents;
    private final MailSettings settings;
    private final AtomicLong inFlight = new AtomicLong();

    MailBodies(ContentStore contents, MailSettings settings) {
        this.contents = contents;
        this.settings = settings;
    }

    /** Hands the mail to {@code work}; refused when it is too large, empty, or too many are in flight. */
    <T> Mono<T> read(ServerHttpRequest request, Function<RawMail, Mono<T>> work) {
        long size = size(request);
        if (size > settings.oversizeLimit()) {
            return Mono.error(() -> new Refused(new Refusal.TooLarge(settings.oversizeLimit())));
        }
        return Mono.using(
                () -> reserve(Math.min(size, settings.wholeLimit())),
                _ -> raw(request).flatMap(work),
                reserved -> inFlight.addAndGet(-reserved));
    }

    /** As announced; of one that is not announced the most it may take. */
    private long size(ServerHttpRequest request) {
        long announced = request.getHeaders().getContentLength();
        return announced < 0 ? settings.wholeLimit() : announced;
    }

    private Long reserve(long bytes) {
        if (inFlight.addAndGet(bytes) > settings.inFlight()) {
            inFlight.addAndGet(-bytes);
            throw new Refused(new Refusal.Busy(COME_AGAIN));
        }
        return bytes;
    }

    private Mono<RawMail> raw(ServerHttpRequest request) {
        return size(request) <= settings.wholeLimit() ? whole(request) : oversize(request);
    }

    private Mono<RawMail> whole(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), settings.wholeLimit())
                .map(MailBodies::bytes)
                .onErrorMap(
                        DataBufferLimitException.class, _ -> new Refused(new Refusal.TooLarge(settings.wholeLimit())))
                .filter(bytes -> bytes.length > 0)
                .switchIfEmpty(Mono.error(() -> new BadRequest(BadRequest.Reason.PARAMETER, "body")))
                .map(bytes -> new RawMail.Whole(Slice.of(bytes)));
    }

    /** Goes straight to storage; its beginning is remembered on the way. */
    private Mono<RawMail> oversize(ServerHttpRequest request) {
        return Mono.defer(() -> {
            ByteBuffer head = ByteBuffer.allocate(HEAD);
            Flux<ByteBuffer> bytes = request.getBody()
                    .map(MailBodies::bytes)
                    .map(ByteBuffer::wrap)
                    .doOnNext(chunk ->
                            head.put(chunk.slice(chunk.position(), Math.min(head.remaining(), chunk.remaining()))));
            return contents.write(bytes, settings.oversizeLimit())
                    .map(content ->
                            new RawMail.Oversize(Slice.of(Arrays.copyOf(head.array(), head.position())), content));
        });
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
