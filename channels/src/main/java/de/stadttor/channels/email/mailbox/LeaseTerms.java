package de.stadttor.channels.email.mailbox;

import de.stadttor.mailboxes.FolderLease;
import de.stadttor.mailboxes.FolderLeases;
import de.stadttor.mailboxes.LeaseLost;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * How this process holds the folders that it reads.
 *
 * @param owner this process
 * @param time after so long without a sign of life another process may take a folder
 */
public record LeaseTerms(String owner, Duration time) {

    /** Time between two signs of life. */
    Duration renewal() {
        return time.dividedBy(3);
    }

    /**
     * Gives signs of life. Never a value; fails when the lease is lost, or before it ends without having been renewed.
     */
    <T> Mono<T> renewals(FolderLeases leases, FolderLease lease) {
        return Flux.interval(renewal())
                .onBackpressureDrop()
                .concatMap(_ -> renewed(leases, lease), 1)
                .then(Mono.never());
    }

    /** One sign of life may get lost; the next is given, or has failed, before the time is over. */
    private Mono<Void> renewed(FolderLeases leases, FolderLease lease) {
        Duration half = renewal().dividedBy(2);
        return Mono.defer(() -> leases.renew(lease, time))
                .timeout(half)
                .retryWhen(Retry.fixedDelay(1, half).filter(failure -> !(failure instanceof LeaseLost)));
    }
}
