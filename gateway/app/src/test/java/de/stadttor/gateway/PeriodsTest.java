package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class PeriodsTest {

    private static final String PATH = "/api/desk/v1/queues/{key}/periods";

    @Autowired
    private Clients clients;

    @Test
    void anAdministratorChangesWhatTheySaw() {
        String seen = tag();
        String changed = tag(put("admin", seen, 14, 90).expectStatus().isOk());
        assertThat(changed).isNotEqualTo(seen);
        assertThat(Desk.body(clients.as("admin").get().uri(PATH, "umwelt").exchange()))
                .isEqualTo(
                        Desk.body(put("admin", changed, 14, 90).expectStatus().isOk()));
        put("admin", seen, 30, 365).expectStatus().isEqualTo(412);
    }

    @Test
    void nobodyElseDoes() {
        put("teamlead", "\"1\"", 14, 90).expectStatus().isForbidden();
        clients.as("caseworker")
                .get()
                .uri(PATH, "umwelt")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void whatIsNoPeriodIsRefused() {
        var body = Desk.body(wrong(Map.of("reopenDays", -1, "originalsDays", 0), "\"1\"")
                .expectStatus()
                .isEqualTo(422));
        assertThat(body.path("errors").size()).isEqualTo(2);
        wrong(Map.of("reopenDays", 1, "originalsDays", 1), "").expectStatus().isEqualTo(428);
        clients.as("admin")
                .get()
                .uri(PATH, "nirgendwo")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private String tag() {
        return tag(clients.as("admin").get().uri(PATH, "umwelt").exchange());
    }

    private static String tag(WebTestClient.ResponseSpec answer) {
        String tag = answer.returnResult(Void.class).getResponseHeaders().getETag();
        assertThat(tag).isNotNull();
        return tag;
    }

    private WebTestClient.ResponseSpec put(String persona, String ifMatch, int reopen, int originals) {
        return clients.as(persona)
                .put()
                .uri(PATH, "umwelt")
                .header(HttpHeaders.IF_MATCH, ifMatch)
                .bodyValue(Map.of("reopenDays", reopen, "originalsDays", originals))
                .exchange();
    }

    private WebTestClient.ResponseSpec wrong(Map<String, Integer> days, String ifMatch) {
        return clients.as("admin")
                .put()
                .uri(PATH, "umwelt")
                .header(HttpHeaders.IF_MATCH, ifMatch)
                .attributes(wrongOnPurpose())
                .bodyValue(days)
                .exchange();
    }
}
