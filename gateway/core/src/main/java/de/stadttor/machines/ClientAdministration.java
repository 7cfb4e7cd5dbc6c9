package de.stadttor.machines;

import de.stadttor.machines.IntakeClient.Proof;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Machine;
import de.stadttor.refusal.Decision;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What administrators decide about client systems; everybody else is refused. */
public final class ClientAdministration {

    private final IntakeClients clients;
    private final SharedKeys keys;

    public ClientAdministration(IntakeClients clients, SharedKeys keys) {
        this.clients = clients;
        this.keys = keys;
    }

    public Flux<IntakeClient> list(Caseworker caseworker, @Nullable String after, int limit) {
        return Decision.ofAdministrator(caseworker).thenMany(clients.list(after, limit));
    }

    public Mono<IntakeClient> read(Caseworker caseworker, String name) {
        return Decision.ofAdministrator(caseworker)
                .then(clients.find(name))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }

    /** @param version that the administrator saw; null for a client that is new */
    public Mono<Decided> decide(Caseworker caseworker, @Nullable Long version, Wanted wanted) {
        return Decision.ofAdministrator(caseworker)
                .then(Mono.defer(() -> clients.find(wanted.name())
                        .map(current -> decided(wanted, current.proof(), Decision.unstale(current.version(), version)))
                        .switchIfEmpty(Mono.fromSupplier(
                                () -> decided(wanted, null, Decision.unstale(Decision.NONE, version))))))
                .flatMap(next -> clients.put(next.client())
                        .flatMap(stored -> stored ? Mono.just(next) : Decision.overtaken(version(wanted.name()))));
    }

    public Mono<Void> remove(Caseworker caseworker, String name, long version) {
        return read(caseworker, name)
                .map(current -> Decision.unstale(current.version(), version))
                .flatMap(_ -> clients.remove(name, version))
                .flatMap(removed -> removed ? Mono.empty() : Decision.overtaken(version(name)));
    }

    private Mono<Long> version(String name) {
        return clients.find(name).map(IntakeClient::version);
    }

    /** A client that signs keeps its key unless it shall have a new one. */
    private Decided decided(Wanted wanted, @Nullable Proof current, long version) {
        if (wanted.thumbprint() != null) {
            return new Decided(client(wanted, new Proof.Certificate(wanted.thumbprint()), version), null);
        }
        if (current instanceof Proof.Signature kept && !wanted.newKey()) {
            return new Decided(client(wanted, kept, version), null);
        }
        String key = keys.fresh();
        return new Decided(client(wanted, new Proof.Signature(keys.locked(wanted.name(), key)), version), key);
    }

    private static IntakeClient client(Wanted wanted, Proof proof, long version) {
        return new IntakeClient(wanted.name(), wanted.rights(), wanted.forms(), proof, version + 1);
    }

    /**
     * How a client shall be.
     *
     * @param thumbprint of its certificate; null for one that signs
     * @param newKey whether one that signs shall get a new key, from which on the old one is good for nothing
     */
    public record Wanted(
            String name,
            Set<Machine.Right> rights,
            Set<String> forms,
            @Nullable String thumbprint,
            boolean newKey) {}

    /** @param key told this once, Base64; null when it has none or keeps the one it has */
    public record Decided(IntakeClient client, @Nullable String key) {}
}
