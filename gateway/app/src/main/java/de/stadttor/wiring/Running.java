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

    private final String name;
    private final Flux<?> work;
    private @Nullable Disposable subscription;

    Running(String name, Flux<?> work) {
        this.name = name;
        this.work = work;
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
