package de.stadttor.grants;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every {@link Clients} promises. */
public interface ClientsContract {

    Ports ports();

    @Test
    default void findsAnApplicationAsItWasRegistered() {
        var client = client("app-one", "https://app.example/callback", "http://127.0.0.1/callback");
        ports().clients().register(client).block();
        assertThat(ports().clients().find(client.id()).block()).isEqualTo(client);
    }

    @Test
    default void replacesWhatWasRegisteredUnderTheSameId() {
        ports().clients()
                .register(client("app-two", "https://old.example/callback"))
                .block();
        var shut = new Client(new ClientId("app-two"), "Geschlossen", Set.of());
        ports().clients().register(shut).block();
        assertThat(ports().clients().find(shut.id()).block()).isEqualTo(shut);
    }

    @Test
    default void knowsNoApplicationThatWasNotRegisteredNorOneOfAnotherCase() {
        ports().clients()
                .register(client("app-three", "https://app.example/callback"))
                .block();
        ports().clients()
                .find(new ClientId("APP-THREE"))
                .as(StepVerifier::create)
                .verifyComplete();
        ports().clients()
                .find(new ClientId("app-four"))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    private static Client client(String id, String... redirects) {
        return new Client(
                new ClientId(id),
                "Bürger-App",
                Stream.of(redirects).map(RedirectUri::new).collect(Collectors.toSet()));
    }
}
