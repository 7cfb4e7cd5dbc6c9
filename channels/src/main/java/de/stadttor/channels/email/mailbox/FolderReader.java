package de.stadttor.channels.email.mailbox;

import de.stadttor.mailboxes.FolderLease;
import de.stadttor.mailboxes.FolderLeases;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads a folder for ever, while no other node does: connects, passes, waits for news, and comes again after errors.
 */
public final class FolderReader {

    private static final Logger LOG = LoggerFactory.getLogger(FolderReader.class);

    private final WatchedFolder folder;
    private final FolderLeases leases;
    private final LeaseTerms terms;
    private final FolderPass pass;
    private final FolderState state;
    private final Retries retries;

    FolderReader(
            WatchedFolder folder,
            FolderLeases leases,
            LeaseTerms terms,
            FolderPass pass,
            FolderState state,
            Retries retries) {
        this.folder = folder;
        this.leases = leases;
        this.terms = terms;
        this.pass = pass;
        this.state = state;
        this.retries = retries;
    }

    public FolderState state() {
        return state;
    }

    /** Never ends, and never fails. */
    public Flux<Void> run() {
        return turn().flatMap(Mono::delay).repeat().thenMany(Flux.empty());
    }

    /** The pause after it. */
    private Mono<Duration> turn() {
        return Mono.usingWhen(
                        leases.acquire(folder.name(), terms.owner(), terms.time()),
                        lease -> Mono.firstWithSignal(session(lease), terms.<Duration>renewals(leases, lease)),
                        leases::release)
                .switchIfEmpty(Mono.fromSupplier(this::standBy))
                .onErrorResume(failure -> Mono.just(comeAgain(failure)));
    }

    private Mono<Duration> session(FolderLease lease) {
        return Mono.usingWhen(
                Connection.to(folder.server(), folder.name().folder()),
                connection -> passes(connection, lease),
                Connection::close,
                (connection, _) -> connection.close().onErrorComplete(),
                connection -> connection.close().onErrorComplete());
    }

    private Mono<Duration> passes(Connection connection, FolderLease lease) {
        return Mono.defer(() -> pass.run(connection, lease))
                .doOnNext(_ -> state.passed())
                .flatMap(handled -> next(connection, handled))
                .repeat()
                .takeUntil(next -> next != Next.PASS)
                .last()
                .map(next -> next == Next.CONNECT ? Duration.ZERO : folder.poll());
    }

    private enum Next {
        PASS,
        CONNECT,
        CONNECT_LATER
    }

    /** Only a pass that found nothing new ends with waiting, so that nothing that came during one is missed. */
    private Mono<Next> next(Connection connection, int handled) {
        if (!connection.lasting()) {
            return Mono.just(handled > 0 ? Next.CONNECT : Next.CONNECT_LATER);
        }
        return handled > 0 ? Mono.just(Next.PASS) : news(connection).thenReturn(Next.PASS);
    }

    private Mono<Void> news(Connection connection) {
        Mono<Boolean> told =
                folder.idle() ? connection.call(opened -> opened.awaitNews(folder.poll())) : Mono.just(false);
        return told.flatMap(
                waited -> waited ? Mono.empty() : Mono.delay(folder.poll()).then());
    }

    private Duration standBy() {
        state.standingBy();
        return terms.renewal();
    }

    private Duration comeAgain(Throwable failure) {
        int failures = state.failed(failure);
        if (failures == 1) {
            LOG.warn(
                    "Mailbox {} cannot be read, trying on: {}",
                    folder.name(),
                    state.view().failure());
        }
        return retries.pause(failures);
    }
}
