package de.stadttor.saml.testidp;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.saml.testidp.answer.IdpKey;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** The provider over HTTP: its pages, and how it behaves when it is told to misbehave. */
class ConductTest {

    private final TestIdentityProvider provider = new TestIdentityProvider(
            Requests.PROVIDER,
            Requests.PROVIDER_KEY,
            entityId ->
                    Optional.of(Requests.SENDER).filter(each -> each.entityId().equals(entityId)),
            Clock.fixed(Requests.NOW, ZoneOffset.UTC));

    private final WebTestClient client = WebTestClient.bindToRouterFunction(
                    new ProviderRoutes(provider, People.all()).under("/idp"))
            .build();

    @Test
    void offersThePeopleAndOnlyTheMeansThatWereAskedFor() {
        assertThat(page(Requests.good()))
                .contains("DEMO", "citizen-high", "value=\"eid\"", "Musterstadt")
                .doesNotContain("value=\"elster\"");
    }

    @Test
    void showsTheOperatorsCodeForARequestItRefuses() {
        client.post()
                .uri("/idp/sso")
                .body(form(Requests.unsigned()))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("idp.code", "saml-request-not-signed"));
    }

    @Test
    void answersNothingWhenItIsDown() {
        provider.behave(Conduct.HONEST.outOfOrder());

        client.get().uri("/idp/metadata").exchange().expectStatus().isEqualTo(503);
        client.post()
                .uri("/idp/sso")
                .body(form(Requests.good()))
                .exchange()
                .expectStatus()
                .isEqualTo(503);
    }

    @Test
    void takesItsTimeWhenItIsSlow() {
        provider.behave(Conduct.HONEST.slow(Duration.ofMillis(300)));
        long before = System.nanoTime();
        client.get().uri("/idp/metadata").exchange().expectStatus().isOk();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(299));
    }

    @Test
    void publishesTheNextKeyBeforeItRollsAndOnlyThatAfterwards() {
        IdpKey next = Requests.STRANGER;
        provider.announce(next);
        String announced = provider.metadata();
        provider.rollTo(next);

        assertThat(announced.split("<md:KeyDescriptor", -1)).hasSize(3);
        assertThat(provider.metadata().split("<md:KeyDescriptor", -1)).hasSize(2);
    }

    private String page(IncomingRequest request) {
        return client.post()
                .uri("/idp/sso")
                .body(form(request))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static BodyInserters.FormInserter<String> form(IncomingRequest request) {
        var post = (IncomingRequest.ByPost) request;
        return BodyInserters.fromFormData("SAMLRequest", post.samlRequest()).with("RelayState", post.relayState());
    }
}
