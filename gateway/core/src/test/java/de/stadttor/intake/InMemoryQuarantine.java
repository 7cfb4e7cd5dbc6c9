package de.stadttor.intake;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.ticketing.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryQuarantine implements Quarantine {

    private static final int MOST_PER_CLIENT_AND_DAY = 1000;

    private final Table<UUID, Entry> entries;

    public InMemoryQuarantine(InMemoryDatabase database) {
        this.entries = new Table<>(database);
    }

    @Override
    public Mono<Void> keep(Entry entry) {
        return entries.write(rows -> {
            if (share(rows, entry) < MOST_PER_CLIENT_AND_DAY) {
                rows.values().removeIf(former -> former.closedBy() == null && shares(former, entry.keys()));
                rows.put(entry.id(), entry);
            }
        });
    }

    @Override
    public Mono<Void> close(Map<TicketId, List<RequestKey>> keys) {
        return entries.write(rows -> keys.forEach((ticket, its) ->
                rows.replaceAll((_, entry) -> shares(entry, its) ? with(entry, entry.body(), ticket) : entry)));
    }

    @Override
    public Flux<Entry> list(@Nullable UUID before, int limit) {
        return entries.select(rows -> rows.values().stream()
                .filter(entry -> before == null || entry.id().compareTo(before) < 0)
                .sorted(comparing(Entry::id).reversed())
                .limit(limit)
                .map(entry -> with(entry, "", entry.closedBy())));
    }

    @Override
    public Mono<Entry> find(UUID id) {
        return entries.ask(rows -> rows.get(id));
    }

    @Override
    public Mono<Long> expire(Instant now) {
        return entries.writing(rows -> {
            long before = rows.size();
            rows.values().removeIf(entry -> entry.expiresAt().isBefore(now));
            return before - rows.size();
        });
    }

    private static long share(Map<UUID, Entry> rows, Entry entry) {
        Instant since = entry.receivedAt().minus(Duration.ofDays(1));
        return rows.values().stream()
                .filter(kept -> kept.client().equals(entry.client()))
                .filter(kept -> kept.receivedAt().isAfter(since))
                .count();
    }

    private static boolean shares(Entry entry, Collection<RequestKey> keys) {
        return !Collections.disjoint(entry.keys(), keys);
    }

    private static Entry with(Entry entry, String body, @Nullable TicketId closedBy) {
        return new Entry(
                entry.id(),
                entry.keys(),
                entry.client(),
                entry.idempotencyKey(),
                entry.form(),
                entry.receivedAt(),
                entry.expiresAt(),
                entry.reason(),
                body,
                closedBy);
    }
}
