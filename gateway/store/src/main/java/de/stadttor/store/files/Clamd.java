package de.stadttor.store.files;

import de.stadttor.files.ScanVerdict;
import de.stadttor.files.Scanner;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.tcp.TcpClient;

/**
 * Asks ClamAV's daemon, which gets the bytes by its command INSTREAM and so needs no access to our folders. When it
 * cannot be reached, is too slow or finds a file too large, the file counts as not scanned: nothing waits for it.
 */
public final class Clamd implements Scanner {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);

    /** The form with a zero byte at the end, which the answer has too. */
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

    private static final int LONGEST_ANSWER = 4096;

    private final TcpClient client;
    private final Duration patience;

    /** @param patience longest time for one file, connecting included */
    public Clamd(String host, int port, Duration patience) {
        this.client = TcpClient.create()
                .host(host)
                .port(port)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(patience.toMillis()));
        this.patience = patience;
    }

    @Override
    public Mono<ScanVerdict> scan(Flux<ByteBuffer> content) {
        return Mono.<String, Connection>usingWhen(
                        client.connect().cast(Connection.class), connection -> ask(connection, content), Clamd::close)
                .timeout(patience)
                .map(Clamd::verdict)
                .onErrorResume(failure -> {
                    LOG.warn("A file was not scanned: {}", failure.toString());
                    return Mono.just(ScanVerdict.NOT_SCANNED);
                });
    }

    /** It may answer and hang up in the middle of a file, when it has seen enough. */
    private static Mono<String> ask(Connection connection, Flux<ByteBuffer> content) {
        Mono<Void> sent = connection.outbound().send(frames(content)).then().onErrorComplete();
        Mono<String> answer = connection
                .inbound()
                .receive()
                .asString(StandardCharsets.US_ASCII)
                .scan("", String::concat)
                .takeUntil(text -> text.endsWith("\0") || text.length() > LONGEST_ANSWER)
                .last("");
        return sent.then(answer);
    }

    /** Each chunk behind its length in four bytes; an empty one ends the file. */
    private static Flux<ByteBuf> frames(Flux<ByteBuffer> content) {
        return Flux.concat(
                Mono.fromSupplier(() -> Unpooled.wrappedBuffer(COMMAND)),
                content.filter(ByteBuffer::hasRemaining).map(Clamd::frame),
                Mono.fromSupplier(() -> Unpooled.copyInt(0)));
    }

    private static ByteBuf frame(ByteBuffer chunk) {
        return Unpooled.wrappedBuffer(Unpooled.copyInt(chunk.remaining()), Unpooled.wrappedBuffer(chunk));
    }

    private static ScanVerdict verdict(String answer) {
        String said = answer.replace("\0", "").strip();
        if (said.endsWith(" FOUND")) {
            return ScanVerdict.INFECTED;
        }
        if (said.equals("stream: OK")) {
            return ScanVerdict.CLEAN;
        }
        LOG.warn("A file was not scanned: clamd says '{}'", said);
        return ScanVerdict.NOT_SCANNED;
    }

    private static Mono<Void> close(Connection connection) {
        return Mono.fromRunnable(connection::dispose);
    }
}
