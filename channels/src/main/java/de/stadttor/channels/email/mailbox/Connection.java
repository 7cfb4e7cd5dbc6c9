package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.server.MailServer;
import de.stadttor.channels.email.mailbox.server.OpenFolder;
import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** An open folder with the virtual thread that all its calls run on, one after the other. */
final class Connection {

    private final OpenFolder folder;
    private final Scheduler thread;

    private Connection(OpenFolder folder, Scheduler thread) {
        this.folder = folder;
        this.thread = thread;
    }

    static Mono<Connection> to(MailServer server, String folder) {
        return Mono.defer(() -> {
            Scheduler thread = newThread();
            return Mono.fromCallable(() -> new Connection(server.open(folder), thread))
                    .subscribeOn(thread)
                    .doOnError(_ -> thread.dispose())
                    .doOnCancel(thread::dispose);
        });
    }

    /** Whoever cancels interrupts the call, which cuts the connection; how such a call ends interests nobody. */
    <T> Mono<T> call(Call<T> call) {
        return Mono.fromCallable(() -> outcome(call)).subscribeOn(thread).dematerialize();
    }

    private <T> Signal<T> outcome(Call<T> call) {
        try {
            return Signal.next(call.on(folder));
        } catch (Exception e) {
            return Signal.error(e);
        }
    }

    Mono<Void> run(Action action) {
        return this.<Boolean>call(opened -> {
                    action.on(opened);
                    return true;
                })
                .then();
    }

    /** Known without asking the server. */
    boolean lasting() {
        return folder.lasting();
    }

    /** Where elements are asked for, so that what makes them runs on this thread. */
    Scheduler thread() {
        return thread;
    }

    /** Says good-bye if it still can. */
    Mono<Void> close() {
        return run(OpenFolder::close).doFinally(_ -> thread.dispose());
    }

    private static Scheduler newThread() {
        return Schedulers.fromExecutorService(Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("mailbox").factory()));
    }

    @FunctionalInterface
    interface Call<T> {
        T on(OpenFolder folder) throws Exception;
    }

    @FunctionalInterface
    interface Action {
        void on(OpenFolder folder) throws Exception;
    }
}
