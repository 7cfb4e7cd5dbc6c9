package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.MailReader;
import de.stadttor.channels.email.ParsedMail;
import de.stadttor.channels.email.mime.Head;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.ticketing.Attention;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Understands a mail within bounded time. One that is too large, too slow or breaks the reader is understood as far as
 * its header goes, and a person must look at it.
 */
final class ReadingMail {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingMail.class);

    /** As many as the door lets in: who waits for a thread would lose the time that is meant for reading. */
    private static final Scheduler THREADS = Schedulers.fromExecutorService(
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("mail reader").factory()),
            "mail readers");

    private final MailReader reader;
    private final Duration patience;

    ReadingMail(MailReader reader, Duration patience) {
        this.reader = reader;
        this.patience = patience;
    }

    /**
     * Never fails on what a mail contains. Reading costs time and may ask a name server, so it has a thread of its own.
     */
    Mono<Understood> read(RawMail raw) {
        return switch (raw) {
            case RawMail.Whole(var bytes) ->
                parsed(bytes)
                        .map(mail -> new Understood(mail, Head.of(bytes), null))
                        .onErrorResume(TimeoutException.class, _ -> byHeader(bytes, Attention.SLOW))
                        .onErrorResume(Unreadable.class, _ -> byHeader(bytes, Attention.UNREADABLE));
            case RawMail.Oversize oversize -> byHeader(oversize.head(), Attention.OVERSIZE);
        };
    }

    private Mono<ParsedMail> parsed(Slice bytes) {
        return Mono.fromCallable(() -> understood(bytes)).subscribeOn(THREADS).timeout(patience);
    }

    private Mono<Understood> byHeader(Slice bytes, Attention reason) {
        Head head = Head.of(bytes);
        return parsed(BareMail.of(head))
                .onErrorReturn(ParsedMail.EMPTY)
                .map(mail -> new Understood(mail, head, reason));
    }

    /** A defect of ours in one mail must not cost the others, so everything is caught. */
    private ParsedMail understood(Slice bytes) throws Unreadable {
        try {
            return reader.read(bytes);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
            LOG.error("A mail could not be read: {}", defect.getClass().getName());
            throw new Unreadable();
        }
    }

    /**
     * @param head its own header fields, those of transport among them
     * @param trouble why it is understood in part only; null when all is well
     */
    record Understood(ParsedMail mail, Head head, @Nullable Attention trouble) {}

    private static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("unreadable", null, false, false);
        }
    }
}
