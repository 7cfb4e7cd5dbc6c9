package de.stadttor.logins;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.util.List;
import reactor.core.publisher.Mono;

public final class InMemoryLoginTrail implements LoginTrail {

    private final Table<Integer, Entry> rows;

    public InMemoryLoginTrail(InMemoryDatabase database) {
        this.rows = new Table<>(database);
    }

    @Override
    public Mono<Void> write(Entry entry) {
        return rows.write(all -> all.put(all.size(), entry));
    }

    /** What was written, in that order. */
    public List<Entry> written() {
        return rows.ask(all -> List.copyOf(all.values())).block();
    }
}
