package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@GatewayTest
class MailboxTest {

    private static final String PATH = "/api/desk/v1/mailboxes/{mailbox}";

    @Autowired
    private Clients clients;

    private final String mailbox = "box-" + UUID.randomUUID();

    @Test
    void theDemoKnowsItsMailbox() {
        JsonNode demo = Desk.body(clients.as("admin")
                .get()
                .uri(PATH, "buergerservice")
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(demo.path("queue").asString()).isEqualTo("buergerbuero");
    }

    @Test
    void anAdministratorDecidesAndDecidesAgain() {
        sort("umwelt", "regex", "^(spam|werbung)\\b")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1\"");
        sort("umwelt", "regex", "x").expectStatus().isEqualTo(412);
        JsonNode changed = Desk.body(
                put("steuern", "contains", "Gewinn", "\"1\"").expectStatus().isOk());
        assertThat(changed.path("version").asLong()).isEqualTo(2);
        assertThat(changed.path("queue").asString()).isEqualTo("steuern");
        put("steuern", "contains", "Gewinn", "\"1\"").expectStatus().isEqualTo(412);
        assertThat(Desk.body(clients.as("admin").get().uri(PATH, mailbox).exchange()))
                .isEqualTo(changed);
    }

    @Test
    void aMailboxIsTakenBack() {
        sort("umwelt", "equals", "x").expectStatus().isOk();
        clients.as("admin")
                .delete()
                .uri(PATH, mailbox)
                .attributes(wrongOnPurpose())
                .exchange()
                .expectStatus()
                .isEqualTo(428);
        clients.as("admin")
                .delete()
                .uri(PATH, mailbox)
                .header(HttpHeaders.IF_MATCH, "\"1\"")
                .exchange()
                .expectStatus()
                .isNoContent();
        clients.as("admin").get().uri(PATH, mailbox).exchange().expectStatus().isNotFound();
    }

    @Test
    void everyFaultIsNamed() {
        JsonNode problem =
                Desk.body(sort("nirgendwo", "regex", "(").expectStatus().isEqualTo(422));
        assertThat(problem.path("errors").values().stream()
                        .map(fault -> fault.path("pointer").asString() + " "
                                + fault.path("code").asString()))
                .containsExactly("/queue unknown-queue", "/rules/0/when/0/value unusable-pattern");
    }

    @Test
    void mailboxesAreListedFromPageToPage() {
        sort("umwelt", "equals", "x").expectStatus().isOk();
        JsonNode first = Desk.body(clients.as("admin")
                .get()
                .uri("/api/desk/v1/mailboxes?limit=1")
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(first.path("items")).hasSize(1);
        assertThat(first.path("next").isString()).isTrue();
    }

    @Test
    void onlyAdministratorsDecide() {
        clients.as("teamlead")
                .get()
                .uri(PATH, "buergerservice")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private WebTestClient.ResponseSpec sort(String queue, String test, String value) {
        return put(queue, test, value, null);
    }

    private WebTestClient.ResponseSpec put(String queue, String test, String value, @Nullable String version) {
        var rule = Map.of(
                "name",
                "Werbung",
                "enabled",
                true,
                "when",
                List.of(Map.of("part", "subject", "test", test, "value", value)),
                "then",
                Map.of("ignore", true));
        return clients.as("admin")
                .put()
                .uri(PATH, mailbox)
                .headers(headers -> {
                    if (version != null) {
                        headers.setIfMatch(version);
                    }
                })
                .bodyValue(Map.of("queue", queue, "rules", List.of(rule)))
                .exchange();
    }
}
