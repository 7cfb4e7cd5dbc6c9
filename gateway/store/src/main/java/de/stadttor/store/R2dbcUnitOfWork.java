package de.stadttor.store;

import de.stadttor.events.UnitOfWork;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/** One transaction; begun again when it lost a race. */
@Component
final class R2dbcUnitOfWork implements UnitOfWork {

    private static final RetryBackoffSpec AGAIN = Retry.backoff(12, Duration.ofMillis(4))
            .maxBackoff(Duration.ofMillis(250))
            .jitter(0.8)
            .filter(Races::lost)
            .onRetryExhaustedThrow((_, last) -> last.failure());

    private final TransactionalOperator transaction;

    R2dbcUnitOfWork(ReactiveTransactionManager manager) {
        this.transaction = TransactionalOperator.create(manager);
    }

    @Override
    public <T> Mono<T> commit(Supplier<Mono<T>> work) {
        return Mono.defer(work).as(transaction::transactional).retryWhen(AGAIN).checkpoint("commit");
    }
}
