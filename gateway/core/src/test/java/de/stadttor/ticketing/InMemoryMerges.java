package de.stadttor.ticketing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

public final class InMemoryMerges implements Merges {

    private final Table<TicketId, TicketId> rows;

    public InMemoryMerges(InMemoryDatabase database) {
        this.rows = new Table<>(database);
    }

    @Override
    public Mono<Map<TicketId, TicketId>> targets(Collection<TicketId> tickets) {
        return rows.select(all -> all.entrySet().stream().filter(merge -> tickets.contains(merge.getKey())))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Void> put(TicketId source, TicketId target) {
        return rows.write(all -> {
            all.replaceAll((_, former) -> former.equals(source) ? target : former);
            all.put(source, target);
        });
    }
}
