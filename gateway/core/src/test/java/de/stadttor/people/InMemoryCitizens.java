package de.stadttor.people;

import de.stadttor.events.Ids;
import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

public final class InMemoryCitizens implements Citizens {

    private final Table<Identity, CitizenId> known;
    private final Ids ids;

    public InMemoryCitizens(InMemoryDatabase database, Ids ids) {
        this.known = new Table<>(database);
        this.ids = ids;
    }

    @Override
    public Mono<CitizenId> recognize(Identity identity) {
        return switch (identity) {
            case Identity.Own(var citizen) -> known.ask(rows -> rows.containsValue(citizen) ? citizen : null);
            case Identity.BayernId _, Identity.Foreign _ ->
                known.writing(rows -> rows.computeIfAbsent(identity, _ -> new CitizenId(ids.next())));
        };
    }

    @Override
    public Mono<List<CitizenId>> newGuests(int count) {
        return Mono.fromSupplier(() ->
                Stream.generate(() -> new CitizenId(ids.next())).limit(count).toList());
    }
}
