package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.ParsedMail;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.channels.email.sender.SenderVerdict;
import de.stadttor.files.ContentStore;
import de.stadttor.ticketing.Original;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps mails as they came. A small one goes with its message into the database, where several share a commit; writing
 * a file of its own would cost more than the mail.
 */
public final class KeptMail {

    private static final int SMALL = 64 * 1024;
    private static final int CHUNK = 64 * 1024;

    private static final int LONGEST_ID = 1000;
    private static final int LONGEST_VERDICT = 40;
    private static final int LONGEST_DOMAIN = 255;

    private final ContentStore contents;

    public KeptMail(ContentStore contents) {
        this.contents = contents;
    }

    /** To be stored with whatever the mail leads to; its bytes are safe already if they are large. */
    public Mono<Original> of(ReadMail received) {
        ParsedMail mail = received.parsed();
        return bytes(received.received().raw())
                .map(kept ->
                        new Original(kept, shorter(mail.envelope().messageId(), LONGEST_ID), sender(mail.sender())));
    }

    private Mono<Original.Raw> bytes(RawMail raw) {
        return switch (raw) {
            case RawMail.Oversize oversize -> Mono.just(new Original.Raw.Stored(oversize.whole()));
            case RawMail.Whole(var bytes) ->
                bytes.length() <= SMALL
                        ? Mono.fromSupplier(() -> new Original.Raw.Inline(ByteBuffer.wrap(bytes.copy())))
                        : contents.write(chunks(bytes), bytes.length()).map(Original.Raw.Stored::new);
        };
    }

    private static Flux<ByteBuffer> chunks(Slice bytes) {
        return Flux.range(0, (bytes.length() + CHUNK - 1) / CHUNK)
                .map(i -> ByteBuffer.wrap(bytes.part(i * CHUNK, Math.min((i + 1) * CHUNK, bytes.length()))
                        .copy()))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Original.Sender sender(SenderVerdict verdict) {
        return new Original.Sender(
                shorter(verdict.spf(), LONGEST_VERDICT),
                shorter(verdict.dkim(), LONGEST_VERDICT),
                shorter(verdict.dmarc(), LONGEST_VERDICT),
                shorter(verdict.domain(), LONGEST_DOMAIN));
    }

    /** What is longer than it may be is nothing that anybody could use. */
    private static @Nullable String shorter(@Nullable String text, int longest) {
        return text == null || text.length() > longest ? null : text;
    }
}
