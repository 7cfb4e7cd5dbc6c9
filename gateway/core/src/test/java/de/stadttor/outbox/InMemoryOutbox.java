package de.stadttor.outbox;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import de.stadttor.outbox.Delivery.State;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.reactions.Overtaken;
import de.stadttor.ticketing.TicketId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryOutbox implements Outbox, DeliveryLedger {

    private final Table<Cause, Row> items;
    private final Clock clock;

    public InMemoryOutbox(InMemoryDatabase database, Clock clock) {
        this.items = new Table<>(database);
        this.clock = clock;
    }

    @Override
    public Mono<Void> put(List<OutboxItem> added) {
        return items.write(rows -> added.forEach(item -> rows.putIfAbsent(Cause.of(item), Row.fresh(item))));
    }

    @Override
    public Flux<OutboxItem> newest(int limit) {
        return items.select(rows -> rows.values().stream()
                .map(Row::item)
                .sorted(comparing(OutboxItem::id).reversed())
                .limit(limit));
    }

    @Override
    public Mono<DeliveryClaim> next(String owner, Duration lease) {
        return items.writing(rows -> rows.values().stream()
                .filter(row -> row.due() != null && !row.due().isAfter(clock.instant()))
                .min(comparing(Row::due))
                .map(row -> claimed(rows, row, lease))
                .orElse(null));
    }

    private DeliveryClaim claimed(Map<Cause, Row> rows, Row row, Duration lease) {
        Row leased = row.leased(clock.instant().plus(lease));
        rows.put(Cause.of(row.item()), leased);
        return new DeliveryClaim(row.item(), leased.fence(), leased.attempts());
    }

    @Override
    public Mono<Void> address(DeliveryClaim claim, String addressHash) {
        return items.write(
                rows -> rows.put(Cause.of(claim.item()), ours(rows, claim).addressed(addressHash, clock.instant())));
    }

    @Override
    public Mono<Void> settle(DeliveryClaim claim, State end, String code) {
        return items.write(
                rows -> rows.put(Cause.of(claim.item()), ours(rows, claim).ended(end)));
    }

    @Override
    public Mono<Void> retry(DeliveryClaim claim, Duration after, String code) {
        return freed(claim, after, claim.attempts());
    }

    @Override
    public Mono<Void> putBack(DeliveryClaim claim, Duration after) {
        return freed(claim, after, claim.attempts() - 1);
    }

    private Mono<Void> freed(DeliveryClaim claim, Duration after, int attempts) {
        return items.write(rows -> {
            Row row = rows.get(Cause.of(claim.item()));
            if (row.heldBy(claim)) {
                rows.put(Cause.of(claim.item()), row.due(clock.instant().plus(after), attempts));
            }
        });
    }

    @Override
    public Mono<Delivery> find(UUID id) {
        return items.ask(rows -> rows.values().stream()
                .filter(addressed(id))
                .map(Row::delivery)
                .findAny()
                .orElse(null));
    }

    @Override
    public Mono<Delivery> returned(UUID id, String code) {
        return items.writing(rows -> rows.values().stream()
                .filter(addressed(id).and(row -> row.state() != State.FAILED))
                .findAny()
                .map(row -> {
                    Row failed = row.ended(State.FAILED);
                    rows.put(Cause.of(row.item()), failed);
                    return failed.delivery();
                })
                .orElse(null));
    }

    @Override
    public Flux<UUID> sent(TicketId ticket, Recipient recipient, int limit) {
        return items.select(rows -> rows.values().stream()
                .filter(row -> row.state() == State.SENT
                        && row.item().ticket().equals(ticket)
                        && row.item().recipient().equals(recipient))
                .sorted(comparing(Row::tried))
                .map(row -> row.item().id())
                .limit(limit));
    }

    @Override
    public Mono<Long> tried(Set<Kind> kinds, String addressHash, Instant since) {
        return tried(kinds, since, row -> addressHash.equals(row.address()));
    }

    @Override
    public Mono<Long> tried(Set<Kind> kinds, TicketId ticket, Instant since) {
        return tried(kinds, since, row -> row.item().ticket().equals(ticket));
    }

    private Mono<Long> tried(Set<Kind> kinds, Instant since, Predicate<Row> whose) {
        return items.ask(rows -> rows.values().stream()
                .filter(whose)
                .filter(row -> kinds.contains(row.item().kind()))
                .filter(row -> row.tried() != null && !row.tried().isBefore(since))
                .count());
    }

    @Override
    public Mono<Backlog> backlog(Instant late) {
        return items.ask(rows -> new Backlog(
                count(rows, row -> row.state() == State.WAITING),
                count(
                        rows,
                        row -> row.state() == State.WAITING && row.item().at().isBefore(late)),
                count(rows, row -> row.state() == State.FAILED)));
    }

    @Override
    public Mono<Long> forget(Instant before) {
        return items.writing(rows -> {
            int all = rows.size();
            rows.values()
                    .removeIf(row ->
                            row.state() != State.WAITING && row.item().at().isBefore(before));
            return (long) all - rows.size();
        });
    }

    private static long count(Map<Cause, Row> rows, Predicate<Row> counted) {
        return rows.values().stream().filter(counted).count();
    }

    private static Predicate<Row> addressed(UUID id) {
        return row -> row.item().id().equals(id) && row.address() != null;
    }

    private static Row ours(Map<Cause, Row> rows, DeliveryClaim claim) {
        Row row = rows.get(Cause.of(claim.item()));
        if (!row.heldBy(claim)) {
            throw new Overtaken();
        }
        return row;
    }

    private record Cause(TicketId ticket, long seq, Kind kind, Recipient recipient) {

        static Cause of(OutboxItem item) {
            return new Cause(item.ticket(), item.cause(), item.kind(), item.recipient());
        }
    }

    /** @param due null once settled */
    private record Row(
            OutboxItem item,
            State state,
            @Nullable Instant due,
            long fence,
            int attempts,
            @Nullable String address,
            @Nullable Instant tried) {

        static Row fresh(OutboxItem item) {
            return new Row(item, State.WAITING, item.at(), 0, 0, null, null);
        }

        boolean heldBy(DeliveryClaim claim) {
            return state == State.WAITING && fence == claim.fence();
        }

        Row leased(Instant until) {
            return new Row(item, state, until, fence + 1, attempts + 1, address, tried);
        }

        Row addressed(String hash, Instant now) {
            return new Row(item, state, due, fence, attempts, hash, tried == null ? now : tried);
        }

        Row due(Instant later, int counted) {
            return new Row(item, state, later, fence, counted, address, tried);
        }

        Row ended(State end) {
            return new Row(item, end, null, fence, attempts, address, tried);
        }

        Delivery delivery() {
            return new Delivery(item.id(), item.ticket(), item.recipient(), address, state, tried);
        }
    }
}
