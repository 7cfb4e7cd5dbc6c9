package de.stadttor.chats;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import de.stadttor.ticketing.TicketId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryChats implements Chats {

    private static final Comparator<Row> BY_ID =
            comparing(row -> row.chat().id().value());

    private final Table<ChatId, Row> rows;
    private final Clock clock;

    public InMemoryChats(InMemoryDatabase database, Clock clock) {
        this.rows = new Table<>(database);
        this.clock = clock;
    }

    @Override
    public Mono<Void> add(Chat chat) {
        Instant now = clock.instant();
        return rows.write(all -> all.put(chat.id(), new Row(chat, now, now, taken(chat))));
    }

    @Override
    public Mono<Chat> find(ChatId id) {
        return rows.ask(all -> {
            Row row = all.get(id);
            return row == null ? null : row.chat();
        });
    }

    @Override
    public Mono<Chat> hold(ChatId id) {
        return find(id);
    }

    @Override
    public Mono<Void> put(Chat after) {
        Instant now = clock.instant();
        return rows.write(all -> all.computeIfPresent(
                after.id(),
                (_, row) -> new Row(after, row.seenAt(), now, row.takenAt() == null ? taken(after) : row.takenAt())));
    }

    private static @Nullable Instant taken(Chat chat) {
        return chat.stage() instanceof Stage.Running running ? running.since() : null;
    }

    @Override
    public Flux<Chat> waiting(String queue, int limit) {
        return select(row -> row.chat().stage() instanceof Stage.Waiting
                        && row.chat().queue().equals(queue))
                .take(limit);
    }

    @Override
    public Flux<Chat> unoffered(int limit) {
        return select(row -> row.chat().stage() instanceof Stage.Waiting waiting && waiting.offer() == null)
                .collectMultimap(Chat::queue)
                .flatMapIterable(Map::values)
                .flatMapIterable(line -> line.stream().limit(limit).toList())
                .sort(comparing(chat -> chat.about().openedAt()));
    }

    @Override
    public Flux<Chat> lapsed(Instant now, int limit) {
        return select(row -> lapsed(row.chat(), now)).take(limit);
    }

    @Override
    public Flux<Chat> running(String queue, int limit) {
        return select(row -> row.chat().stage() instanceof Stage.Running
                        && row.chat().queue().equals(queue))
                .take(limit);
    }

    @Override
    public Flux<Chat> ofOperator(String operator) {
        return select(row -> operator.equals(row.chat().stage().operator()));
    }

    @Override
    public Mono<Map<String, Integer>> loads() {
        return select(row -> row.chat().stage().operator() != null)
                .collect(Collectors.groupingBy(chat -> chat.stage().operator(), Collectors.summingInt(_ -> 1)));
    }

    private Flux<Chat> select(Predicate<Row> wanted) {
        return rows.select(all -> all.values().stream()
                .filter(wanted)
                .map(Row::chat)
                .sorted(comparing(chat -> chat.about().openedAt())));
    }

    @Override
    public Mono<Integer> ahead(String queue, Instant before) {
        return waiting(queue, Integer.MAX_VALUE)
                .filter(chat -> chat.about().openedAt().isBefore(before))
                .count()
                .map(Math::toIntExact);
    }

    @Override
    public Flux<WaitEstimate.Wait> waits(String queue, int limit) {
        return rows.select(all -> all.values().stream()
                .filter(row -> row.takenAt() != null && row.chat().queue().equals(queue))
                .sorted(comparing(Row::takenAt).reversed())
                .limit(limit)
                .map(row -> new WaitEstimate.Wait(
                        row.chat().about().place(),
                        Duration.between(row.chat().about().openedAt(), row.takenAt()))));
    }

    @Override
    public Flux<Change> changedSince(Instant since) {
        return rows.select(all -> all.values().stream()
                .filter(row -> !row.changedAt().isBefore(since))
                .map(Row::chat)
                .map(chat -> new Change(chat.id(), chat.queue(), chat.stage().operator(), chat.version())));
    }

    @Override
    public Mono<Void> seen(Collection<ChatId> chats, Instant now) {
        return rows.write(all -> chats.forEach(
                id -> all.computeIfPresent(id, (_, row) -> new Row(row.chat(), now, row.changedAt(), row.takenAt()))));
    }

    @Override
    public Mono<Instant> seenAt(ChatId chat) {
        return rows.ask(all -> {
            Row row = all.get(chat);
            return row == null ? null : row.seenAt();
        });
    }

    @Override
    public Flux<Quiet> quiet(Instant unchanged, Instant unseen, @Nullable ChatId after, int limit) {
        return rows.select(all -> all.values().stream()
                .filter(row -> !row.chat().isOver())
                .filter(row -> row.chat().stage().since().isBefore(unchanged)
                        || row.seenAt().isBefore(unseen))
                .sorted(BY_ID)
                .filter(row -> after == null || row.chat().id().value().compareTo(after.value()) > 0)
                .limit(limit)
                .map(row -> new Quiet(row.chat(), row.seenAt())));
    }

    private static boolean lapsed(Chat chat, Instant now) {
        return chat.stage() instanceof Stage.Waiting waiting
                && waiting.offer() != null
                && !waiting.offer().until().isAfter(now);
    }

    @Override
    public Mono<Chat> ofTicket(TicketId ticket) {
        return select(row -> row.chat().about().ticket().equals(ticket)).next();
    }

    @Override
    public Mono<Long> expire(Instant before) {
        return rows.writing(all -> {
            long count = all.size();
            all.values()
                    .removeIf(row -> row.chat().stage() instanceof Stage.Over over
                            && over.since().isBefore(before));
            return count - all.size();
        });
    }

    private record Row(
            Chat chat,
            Instant seenAt,
            Instant changedAt,
            @Nullable Instant takenAt) {}
}
