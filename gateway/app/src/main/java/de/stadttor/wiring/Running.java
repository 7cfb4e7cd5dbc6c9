package de.stadttor.wiring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Something that runs from the program's start to its end: the place where such a pipeline is subscribed. */
final class Running implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    /** Below the phases of the web server, which starts later and ends sooner than what it needs. */
    private static final int BENEATH_THE_SERVER = DEFAULT_PHASE - 4096;

    /** What has not ended by then is cut off after all. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String name;
    private final Flux<?> work;
    private final int phase;
    private final @Nullable Runnable end;
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private @Nullable Disposable subscription;

    private Running(String name, Flux<?> work, int phase, @Nullable Runnable end) {
        this.name = name;
        this.work = work;
        this.phase = phase;
        this.end = end;
    }

    /** Work of its own accord, which ends before the last requests are answered. */
    static Running beside(String name, Flux<?> work) {
        return new Running(name, work, DEFAULT_PHASE, null);
    }

    /**
     * The same, for work that had better not be cut off.
     *
     * @param end makes it complete soon
     */
    static Running untilToldToEnd(String name, Flux<?> work, Runnable end) {
        return new Running(name, work, DEFAULT_PHASE, end);
    }

    /** Work that requests wait for. */
    static Running beneath(String name, Flux<?> work) {
        return new Running(name, work, BENEATH_THE_SERVER, null);
    }

    @Override
    public int getPhase() {
        return phase;
    }

    @Override
    public void start() {
        subscription = work.doFinally(_ -> ended.tryEmitEmpty())
                .subscribe(_ -> {}, failure -> LOG.error("{} ended", name, failure), this::completed);
    }

    private void completed() {
        if (end == null) {
            LOG.error("{} ended", name);
        }
    }

    @Override
    public void stop(Runnable stopped) {
        if (end == null || subscription == null) {
            stop();
            stopped.run();
        } else {
            end.run();
            ended.asMono().timeout(PATIENCE).onErrorComplete().subscribe(_ -> {}, null, () -> {
                stop();
                stopped.run();
            });
        }
    }

    @Override
    public void stop() {
        if (subscription != null) {
            subscription.dispose();
            subscription = null;
        }
    }

    @Override
    public boolean isRunning() {
        return subscription != null;
    }
}
