package de.stadttor.wiring;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Something that runs from the program's start to its end: the place where such a pipeline is subscribed. */
final class Running implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    /** Below the phases of the web server, which starts later and ends sooner than what it needs. */
    private static final int BENEATH_THE_SERVER = DEFAULT_PHASE - 4096;

    private final String name;
    private final Flux<?> work;
    private final int phase;
    private @Nullable Disposable subscription;

    private Running(String name, Flux<?> work, int phase) {
        this.name = name;
        this.work = work;
        this.phase = phase;
    }

    /** Work of its own accord, which ends before the last requests are answered. */
    static Running beside(String name, Flux<?> work) {
        return new Running(name, work, DEFAULT_PHASE);
    }

    /** Work that requests wait for. */
    static Running beneath(String name, Flux<?> work) {
        return new Running(name, work, BENEATH_THE_SERVER);
    }

    @Override
    public int getPhase() {
        return phase;
    }

    @Override
    public void start() {
        subscription = work.subscribe(
                _ -> {}, failure -> LOG.error("{} ended", name, failure), () -> LOG.error("{} ended", name));
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
