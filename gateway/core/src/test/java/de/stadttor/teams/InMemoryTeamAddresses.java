package de.stadttor.teams;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

public final class InMemoryTeamAddresses implements TeamAddresses {

    private final Table<String, String> rows;

    public InMemoryTeamAddresses(InMemoryDatabase database) {
        this.rows = new Table<>(database);
    }

    @Override
    public Mono<String> of(String queue) {
        return rows.select(all -> Stream.ofNullable(all.get(queue))).next();
    }

    @Override
    public Mono<Void> put(String queue, String address) {
        return rows.write(all -> all.put(queue, address));
    }

    @Override
    public Mono<Boolean> remove(String queue) {
        return of(queue).hasElement().delayUntil(_ -> rows.write(all -> all.remove(queue)));
    }
}
