package de.stadttor.machines;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import de.stadttor.machines.IntakeClient.Proof;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryIntakeClients implements IntakeClients {

    private final Table<String, IntakeClient> clients;

    public InMemoryIntakeClients(InMemoryDatabase database) {
        this.clients = new Table<>(database);
    }

    @Override
    public Mono<IntakeClient> find(String name) {
        return clients.ask(rows -> rows.get(name));
    }

    @Override
    public Mono<IntakeClient> ofCertificate(String thumbprint) {
        return clients.select(rows -> rows.values().stream())
                .filter(client -> client.proof().equals(new Proof.Certificate(thumbprint)))
                .next();
    }

    @Override
    public Flux<IntakeClient> list(@Nullable String after, int limit) {
        return clients.select(rows -> rows.values().stream()
                .filter(client -> after == null || client.name().compareTo(after) > 0)
                .sorted(comparing(IntakeClient::name))
                .limit(limit));
    }

    @Override
    public Mono<Boolean> put(IntakeClient client) {
        return clients.writing(rows -> {
            var stored = rows.get(client.name());
            boolean next = client.version() == 1 + (stored == null ? 0 : stored.version());
            boolean free = rows.values().stream()
                    .noneMatch(other -> other.proof().equals(client.proof())
                            && !other.name().equals(client.name()));
            if (next && free) {
                rows.put(client.name(), client);
            }
            return next && free;
        });
    }

    @Override
    public Mono<Boolean> remove(String name, long version) {
        return clients.writing(rows -> {
            var stored = rows.get(name);
            return stored != null && stored.version() == version && rows.remove(name, stored);
        });
    }
}
