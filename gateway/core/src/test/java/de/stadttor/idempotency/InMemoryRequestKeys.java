package de.stadttor.idempotency;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

public final class InMemoryRequestKeys implements RequestKeys {

    private final Table<String, Taken> taken;
    private final Clock clock;

    public InMemoryRequestKeys(InMemoryDatabase database, Clock clock) {
        this.taken = new Table<>(database);
        this.clock = clock;
    }

    @Override
    public Mono<Void> take(RequestKey key, UUID result) {
        return taken.write(rows -> {
            if (rows.putIfAbsent(hash(key), new Taken(result, key.fingerprint(), clock.instant())) != null) {
                throw new KeyTaken();
            }
        });
    }

    @Override
    public Mono<Set<UUID>> takeAll(Map<UUID, List<RequestKey>> wanted) {
        return taken.writing(rows -> wanted.entrySet().stream()
                .filter(each -> each.getValue().stream().noneMatch(key -> rows.containsKey(hash(key))))
                .peek(each -> each.getValue()
                        .forEach(key ->
                                rows.put(hash(key), new Taken(each.getKey(), key.fingerprint(), clock.instant()))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }

    @Override
    public Mono<Map<UUID, UUID>> share(Map<UUID, RequestKey> wanted) {
        return taken.writing(rows -> wanted.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> rows.computeIfAbsent(
                                        hash(each.getValue()),
                                        _ -> new Taken(
                                                each.getKey(), each.getValue().fingerprint(), clock.instant()))
                                .result())));
    }

    @Override
    public Mono<Void> forget(RequestKey key, Instant before) {
        return taken.write(rows ->
                rows.computeIfPresent(hash(key), (_, found) -> found.at().isBefore(before) ? null : found));
    }

    @Override
    public Mono<Taken> find(RequestKey key) {
        return taken.ask(rows -> rows.get(hash(key)));
    }

    private static String hash(RequestKey key) {
        return HexFormat.of().formatHex(key.hash());
    }
}
