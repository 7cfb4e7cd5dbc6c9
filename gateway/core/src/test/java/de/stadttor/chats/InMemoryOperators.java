package de.stadttor.chats;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryOperators implements Operators {

    private final Table<String, Operator> rows;

    public InMemoryOperators(InMemoryDatabase database) {
        this.rows = new Table<>(database);
    }

    @Override
    public Mono<Operator> find(String subject) {
        return rows.ask(all -> all.get(subject));
    }

    @Override
    public Mono<Operator> hold(String subject) {
        return find(subject);
    }

    @Override
    public Mono<Void> put(Operator operator) {
        return rows.write(all -> all.merge(
                operator.subject(),
                operator,
                (known, next) -> known.seenAt().isAfter(next.seenAt()) ? at(next, known.seenAt()) : next));
    }

    @Override
    public Flux<Operator> presentSince(Instant since) {
        return rows.select(all -> all.values().stream()
                .filter(operator -> operator.seenAt().isAfter(since))
                .sorted(comparing(Operator::idleSince).thenComparing(Operator::subject)));
    }

    @Override
    public Mono<Void> seen(Collection<String> subjects, Instant now) {
        return rows.write(all ->
                subjects.forEach(subject -> all.computeIfPresent(subject, (_, operator) -> at(operator, now))));
    }

    private static Operator at(Operator operator, Instant seen) {
        return new Operator(
                operator.subject(),
                operator.name(),
                operator.queues(),
                operator.available(),
                operator.capacity(),
                operator.idleSince(),
                seen);
    }
}
