package de.stadttor.people;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryCitizenData implements CitizenData {

    private record Key(CitizenId citizen, VerifiedDatum.Kind kind, AssuranceLevel trust) {}

    private final Table<Key, VerifiedDatum> rows;

    public InMemoryCitizenData(InMemoryDatabase database) {
        this.rows = new Table<>(database);
    }

    @Override
    public Mono<Void> learn(CitizenId citizen, List<VerifiedDatum> data) {
        return rows.write(all -> data.forEach(datum -> all.put(new Key(citizen, datum.kind(), datum.trust()), datum)));
    }

    @Override
    public Flux<VerifiedDatum> of(CitizenId citizen) {
        return rows.select(all -> all.entrySet().stream()
                .filter(row -> row.getKey().citizen().equals(citizen))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(
                                (VerifiedDatum datum) -> datum.kind().name())
                        .thenComparing(VerifiedDatum::trust, Comparator.reverseOrder())));
    }
}
