package de.stadttor.outbox;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.ticketing.TicketId;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryOutbox implements Outbox {

    private final Table<Cause, OutboxItem> items;

    public InMemoryOutbox(InMemoryDatabase database) {
        this.items = new Table<>(database);
    }

    @Override
    public Mono<Void> put(List<OutboxItem> added) {
        return items.write(rows -> added.forEach(
                item -> rows.putIfAbsent(new Cause(item.ticket(), item.cause(), item.kind(), item.recipient()), item)));
    }

    @Override
    public Flux<OutboxItem> newest(int limit) {
        return items.select(rows -> rows.values().stream()
                .sorted(comparing(OutboxItem::id).reversed())
                .limit(limit));
    }

    private record Cause(TicketId ticket, long seq, Kind kind, Recipient recipient) {}
}
