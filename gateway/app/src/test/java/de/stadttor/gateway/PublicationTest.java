package de.stadttor.gateway;

import static de.stadttor.gateway.Open311.REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What of a request becomes public, and only by a caseworker. */
@GatewayTest
class PublicationTest {

    @Autowired
    private Clients clients;

    @Test
    void showsOfARequestNothingButStateTimesAndRoundedPlaceUntilACaseworkerReleasesIt() {
        String id = open311()
                .made(
                        "service_code=strassenschaden&lat=48.137154&long=11.576124&attribute[art]=Gehweg&description=Geheimnis"
                            + " von Erika&first_name=Erika&last_name=Mustermann&email=erika@example.org&phone=0170"
                            + " 1234567&address_string=Hofstatt 1");
        JsonNode before = open311().request(id);
        assertThat(before.path("status").asString()).isEqualTo("open");
        assertThat(before.path("lat").asString()).isEqualTo("48.1372");
        assertThat(before.path("long").asString()).isEqualTo("11.5761");
        assertThat(before.path("description").isNull()).isTrue();
        assertThat(before.toString()).doesNotContain("Geheimnis", "Erika", "0170", "Hofstatt", "11.576124");

        String ticket = open311().ticket(id);
        release(ticket, "Platte wackelt; wir kommen.").expectStatus().isOk();
        assertThat(open311().request(id).path("description").asString()).isEqualTo("Platte wackelt; wir kommen.");
        clients.as("caseworker")
                .delete()
                .uri("/api/desk/v1/tickets/{id}/publication", ticket)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(open311().request(id).path("description").isNull()).isTrue();
        assertThat(new Desk(clients)
                        .read(ticket)
                        .path("messages")
                        .get(0)
                        .path("text")
                        .asString())
                .contains("Geheimnis von Erika", "Hofstatt 1", "0170 1234567");
    }

    @Test
    void nobodyReplacesAPublicationThatTheyDidNotSee() {
        String ticket = open311().ticket(open311().made("service_code=insektennest&lat=48.1&long=11.5"));
        String first = tag(release(ticket, "Wir kommen.").expectStatus().isOk());
        release(ticket, "Wir kommen nicht.").expectStatus().isEqualTo(412);
        String second = tag(
                release(ticket, "Wir kommen am Montag.", first).expectStatus().isOk());
        release(ticket, "Wir kommen am Dienstag.", first).expectStatus().isEqualTo(412);
        withdraw(ticket, first).expectStatus().isEqualTo(412);
        withdraw(ticket, "").expectStatus().isEqualTo(412);
        assertThat(publication(ticket).path("description").asString()).isEqualTo("Wir kommen am Montag.");
        withdraw(ticket, second).expectStatus().isNoContent();
        release(ticket, "Wieder da.").expectStatus().isOk();
        release(ticket, "Was war.", second).expectStatus().isEqualTo(412);
    }

    @Test
    void hidesARequestWhoseTicketIsLockedAway() {
        String id = open311().made("service_code=insektennest&lat=48.1&long=11.5");
        String ticket = open311().ticket(id);
        var desk = new Desk(clients);
        long version = desk.read(ticket).path("version").asLong();
        desk.change(ticket, version, Map.of("requiredLevel", "high"))
                .expectStatus()
                .isOk();
        open311().get(REQUESTS + "/" + id + ".json").expectStatus().isNotFound();
        release(ticket, "Doch öffentlich").expectStatus().isEqualTo(409);
    }

    @Test
    void showsNothingOfFormsThatAreNoPublicService() {
        String ticket = new Desk(clients)
                .ticketOf(Submissions.with(Map.of("form", "technische-anfrage", "fields", Map.of("thema", "Geheim"))));
        String number = new Desk(clients).read(ticket).path("number").asString();
        open311().get(REQUESTS + "/" + number + ".json").expectStatus().isNotFound();
        open311().get(REQUESTS + "/" + ticket + ".json").expectStatus().isNotFound();
        release(ticket, "Öffentlich").expectStatus().isEqualTo(409);
    }

    private WebTestClient.ResponseSpec release(String ticket, String text) {
        return clients.as("caseworker")
                .put()
                .uri("/api/desk/v1/tickets/{id}/publication", ticket)
                .bodyValue(Map.of("description", text, "files", List.of()))
                .exchange();
    }

    private WebTestClient.ResponseSpec release(String ticket, String text, String seen) {
        return clients.as("caseworker")
                .put()
                .uri("/api/desk/v1/tickets/{id}/publication", ticket)
                .header("If-Match", seen)
                .bodyValue(Map.of("description", text, "files", List.of()))
                .exchange();
    }

    private WebTestClient.ResponseSpec withdraw(String ticket, String seen) {
        return clients.as("caseworker")
                .delete()
                .uri("/api/desk/v1/tickets/{id}/publication", ticket)
                .header("If-Match", seen)
                .exchange();
    }

    private JsonNode publication(String ticket) {
        return Desk.body(clients.as("caseworker")
                .get()
                .uri("/api/desk/v1/tickets/{id}/publication", ticket)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static String tag(WebTestClient.ResponseSpec response) {
        return response.returnResult(Void.class).getResponseHeaders().getETag();
    }

    private Open311 open311() {
        return new Open311(clients);
    }
}
