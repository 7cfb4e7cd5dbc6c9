package de.stadttor.events;

import de.stadttor.people.CitizenId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Streams and feeds as lists. */
public final class InMemoryLog implements EventLog, Feeds {

    private final Table<StreamId, List<Appended>> streams;
    private final Table<CitizenId, List<Entry>> feeds;
    private final CommitListener listener;
    private final Clock clock;

    public InMemoryLog(InMemoryDatabase database, CommitListener listener, Clock clock) {
        this.streams = new Table<>(database);
        this.feeds = new Table<>(database);
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public Mono<List<Event>> append(List<Fact> facts) {
        return Flux.fromIterable(facts).concatMap(this::appended).collectList();
    }

    private Mono<Event> appended(Fact fact) {
        return streams.writing(rows -> appended(rows, fact))
                .delayUntil(event -> Flux.fromIterable(fact.audience()).concatMap(citizen -> feed(citizen, event)))
                .delayUntil(_ -> announceAfterCommit(fact));
    }

    @Override
    public Flux<Event> read(StreamId stream, long afterSeq, int limit) {
        return streams.select(rows -> rows.getOrDefault(stream, List.of()).stream()
                .map(Appended::event)
                .filter(event -> event.seq() > afterSeq)
                .limit(limit));
    }

    @Override
    public Flux<Entry> read(CitizenId citizen, long after, @Nullable StreamId only, int limit) {
        return feeds.select(rows -> rows.getOrDefault(citizen, List.of()).stream()
                .filter(entry -> entry.position() > after)
                .filter(entry -> only == null || entry.event().stream().equals(only))
                .limit(limit));
    }

    @Override
    public Mono<Long> head(CitizenId citizen) {
        return feeds.ask(rows -> (long) rows.getOrDefault(citizen, List.of()).size());
    }

    @Override
    public Mono<Map<CitizenId, Long>> heads(Collection<CitizenId> citizens) {
        return feeds.ask(rows -> citizens.stream()
                .filter(rows::containsKey)
                .collect(Collectors.toMap(
                        citizen -> citizen, citizen -> (long) rows.get(citizen).size())));
    }

    /** Everything that {@code consumer} must react to or has reacted to, oldest first within a stream. */
    public Flux<Event> concerning(String consumer) {
        return streams.select(rows -> rows.values().stream()
                .flatMap(List::stream)
                .filter(appended -> appended.consumers().contains(consumer))
                .map(Appended::event));
    }

    /** How many reactions were ever asked for. */
    public Mono<Long> reactionsAskedFor() {
        return streams.ask(rows -> rows.values().stream()
                .flatMap(List::stream)
                .mapToLong(appended -> appended.consumers().size())
                .sum());
    }

    private Event appended(Map<StreamId, List<Appended>> rows, Fact fact) {
        List<Appended> before = rows.getOrDefault(fact.stream(), List.of());
        var event = new Event(fact.stream(), before.size() + 1, fact.kind(), fact.body(), clock.instant());
        rows.put(fact.stream(), with(before, new Appended(event, fact.consumers())));
        return event;
    }

    private Mono<Void> feed(CitizenId citizen, Event event) {
        return feeds.write(rows -> {
            List<Entry> before = rows.getOrDefault(citizen, List.of());
            rows.put(citizen, with(before, new Entry(before.size() + 1, event)));
        });
    }

    private Mono<Void> announceAfterCommit(Fact fact) {
        return Mono.deferContextual(context -> {
            context.<Transaction>getOrEmpty(Transaction.class)
                    .ifPresent(transaction ->
                            transaction.afterCommit(() -> listener.committed(fact.audience(), fact.consumers())));
            return Mono.empty();
        });
    }

    private static <T> List<T> with(List<T> before, T added) {
        List<T> after = new ArrayList<>(before);
        after.add(added);
        return after;
    }

    private record Appended(Event event, Set<String> consumers) {}
}
