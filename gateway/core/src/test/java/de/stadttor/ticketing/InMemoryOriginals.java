package de.stadttor.ticketing;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Knows no queue's rule of its own, so the usual one. */
public final class InMemoryOriginals implements Originals {

    private static final Duration KEPT = Duration.ofDays(365);

    private final Table<MessageId, Entry> originals;

    public InMemoryOriginals(InMemoryDatabase database) {
        this.originals = new Table<>(database);
    }

    @Override
    public Mono<Void> add(List<Entry> entries) {
        return originals.write(rows -> entries.forEach(entry -> rows.put(entry.message(), entry)));
    }

    @Override
    public Mono<Original> find(MessageId message) {
        return originals.ask(rows -> rows.get(message)).map(Entry::original);
    }

    @Override
    public Mono<Map<MessageId, Summary>> summaries(Collection<MessageId> messages) {
        return originals.ask(rows -> rows.values().stream()
                .filter(entry -> messages.contains(entry.message()))
                .collect(Collectors.toMap(Entry::message, entry -> summary(entry.original()))));
    }

    private static Summary summary(Original original) {
        var raw = original.raw();
        return new Summary(raw == null ? null : Long.valueOf(raw.size()), original.sender());
    }

    @Override
    public Flux<String> messageIds(TicketId ticket) {
        return originals
                .select(rows -> rows.values().stream()
                        .filter(entry -> entry.ticket().equals(ticket))
                        .sorted(comparing(entry -> entry.message().value())))
                .mapNotNull(entry -> entry.original().messageId());
    }

    @Override
    public Mono<Long> expire(Instant now) {
        return originals.writing(rows -> {
            List<Entry> due = rows.values().stream()
                    .filter(entry ->
                            entry.original().raw() != null && entry.at().isBefore(now.minus(KEPT)))
                    .toList();
            due.forEach(entry -> rows.put(entry.message(), emptied(entry)));
            return (long) due.size();
        });
    }

    private static Entry emptied(Entry entry) {
        var original = entry.original();
        return new Entry(
                entry.message(),
                entry.ticket(),
                new Original(null, original.messageId(), original.sender()),
                entry.at());
    }
}
