package de.stadttor.grants;

import reactor.core.publisher.Mono;

/** The register of applications. */
public interface Clients {

    Mono<Client> find(ClientId id);

    /** Adds an application, or replaces what was registered under its id. */
    Mono<Void> register(Client client);
}
