package de.stadttor.identity.oauth;

import de.stadttor.grants.Client;
import de.stadttor.grants.ClientId;
import de.stadttor.grants.Clients;
import de.stadttor.grants.RedirectUri;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts the applications that the operator configured, and those of the demo, into the register. */
@Component
public final class ConfiguredClients {

    private final Clients register;
    private final List<Client> configured;

    ConfiguredClients(Clients register, OAuthSettings settings, ObjectProvider<Client> others) {
        this.register = register;
        this.configured = Stream.concat(
                        others.stream(), settings.clients().stream().map(ConfiguredClients::client))
                .toList();
    }

    /** Can be repeated. */
    public Mono<Void> register() {
        return Flux.fromIterable(configured).concatMap(register::register).then();
    }

    private static Client client(OAuthSettings.Application application) {
        return new Client(
                new ClientId(application.id()),
                application.name(),
                application.redirects().stream().map(RedirectUri::new).collect(Collectors.toSet()));
    }
}
