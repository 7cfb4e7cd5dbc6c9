package de.stadttor.web.callers;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A body on disk until somebody reads it; the file goes with the channel, and with the program if that ends first. */
final class Spool {

    private static final int AT_ONCE = 64 * 1024;

    private final AsynchronousFileChannel file;

    private Spool(AsynchronousFileChannel file) {
        this.file = file;
    }

    /**
     * What {@code body} holds, once it has come to its end without an error; before, nothing is given to anybody. The
     * file is opened and closed off the event loop, and written and read by the system's own threads.
     */
    static Flux<DataBuffer> whole(Flux<DataBuffer> body, DataBufferFactory buffers) {
        return Flux.usingWhen(
                Mono.fromCallable(Spool::open).subscribeOn(Schedulers.boundedElastic()),
                spool -> spool.fill(body).thenMany(spool.read(buffers)),
                Spool::close);
    }

    private static Spool open() throws IOException {
        Path path = Files.createTempFile("stadttor-signed-", null);
        return new Spool(AsynchronousFileChannel.open(
                path,
                Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE),
                null));
    }

    /** What is written is mapped away: whoever reads parts lets go of each buffer that is dropped, once more. */
    private Mono<Void> fill(Flux<DataBuffer> body) {
        return DataBufferUtils.write(body, file).map(DataBufferUtils::release).then();
    }

    private Flux<DataBuffer> read(DataBufferFactory buffers) {
        return DataBufferUtils.readAsynchronousFileChannel(() -> file, buffers, AT_ONCE);
    }

    private Mono<Void> close() {
        return Mono.<Void>fromCallable(() -> {
                    file.close();
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }
}
