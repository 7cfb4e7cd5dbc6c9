package de.stadttor.saml;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where XML and cryptography happen. Both block and burn CPU, so they run on a bounded number of virtual threads and
 * never on an event loop; what exceeds the queue is refused at once instead of piling up. All threads serve one queue,
 * so that no message waits behind a slow one while another thread has nothing to do.
 */
public final class CryptoWorkers implements AutoCloseable {

    private static final int IDLE_SECONDS = 60;

    private final Scheduler scheduler;

    /**
     * @param threads most messages worked on at once, at least 1
     * @param queued most messages waiting, at least 1
     */
    public CryptoWorkers(int threads, int queued) {
        scheduler = Schedulers.fromExecutorService(pool(threads, queued), "saml");
    }

    private static ExecutorService pool(int threads, int queued) {
        var pool = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queued),
                Thread.ofVirtual().name("saml-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Runs {@code work} on subscription; fails with {@link RejectedExecutionException} when the queue is full. */
    public <T> Mono<T> call(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(scheduler);
    }

    @Override
    public void close() {
        scheduler.dispose();
    }
}
