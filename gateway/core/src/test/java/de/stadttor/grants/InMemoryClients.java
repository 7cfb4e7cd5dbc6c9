package de.stadttor.grants;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import reactor.core.publisher.Mono;

public final class InMemoryClients implements Clients {

    private final Table<ClientId, Client> clients;

    public InMemoryClients(InMemoryDatabase database) {
        this.clients = new Table<>(database);
    }

    @Override
    public Mono<Client> find(ClientId id) {
        return clients.ask(rows -> rows.get(id));
    }

    @Override
    public Mono<Void> register(Client client) {
        return clients.write(rows -> rows.put(client.id(), client));
    }
}
