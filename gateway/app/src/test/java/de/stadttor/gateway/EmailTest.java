package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@GatewayTest
class EmailTest {

    private static final String PATH = "/api/intake/v1/emails";
    private static final String ORIGINAL = "/api/desk/v1/tickets/{id}/messages/{message}/original";
    private static final MediaType MAIL = MediaType.parseMediaType("message/rfc822");

    @Autowired
    private Clients clients;

    @Test
    void aMailBecomesATicketWithTheMailAsItCame() {
        String mail = mail("Wespennest am Balkon", "Am Balkon hängt ein Wespennest.\r\n\r\n-- \r\nErika Beispiel\r\n");
        JsonNode receipt = Desk.body(hand(mail).expectStatus().isCreated());
        JsonNode ticket = new Desk(clients).read(receipt.path("ticketId").asString());
        assertThat(ticket.path("subject").asString()).isEqualTo("Wespennest am Balkon");
        assertThat(ticket.path("queue").asString()).isEqualTo("buergerbuero");
        assertThat(ticket.path("channel").asString()).isEqualTo("email");
        assertThat(ticket.path("citizen").path("email").asString()).isEqualTo("erika@example.org");
        assertThat(ticket.path("citizen").path("anonymous").asBoolean()).isTrue();
        assertThat(ticket.at("/messages/0/text").asString()).startsWith("Am Balkon hängt ein Wespennest.");
    }

    @Test
    void theDeskCanTakeTheMailAsItCame() {
        String mail = mail("Größe", "Umlaute: äöü, und ein Punkt am Ende\r\n.\r\n");
        JsonNode ticket = ticketOf(mail);
        JsonNode message = ticket.at("/messages/0");
        assertThat(message.at("/original/size").asInt()).isEqualTo(mail.getBytes(StandardCharsets.UTF_8).length);
        assertThat(message.at("/original/sender/dmarc").isNull()).isTrue();
        byte[] original = clients.as("caseworker")
                .get()
                .uri(ORIGINAL, ticket.path("id").asString(), message.path("id").asString())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MAIL)
                .expectHeader()
                .valueMatches("Content-Disposition", "attachment; .*")
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(original).isEqualTo(mail.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theDeskCanTakeALargeMailAsItCame() {
        String mail = mail("Groß", "Zeile für Zeile\r\n".repeat(10_000));
        JsonNode ticket = ticketOf(mail);
        assertThat(clients.as("caseworker")
                        .get()
                        .uri(
                                ORIGINAL,
                                ticket.path("id").asString(),
                                ticket.at("/messages/0/id").asString())
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody())
                .isEqualTo(mail.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMailMayBeLargerThanAnyForm() {
        JsonNode ticket = ticketOf(mail("Riesig", "x".repeat(25 << 20)));
        assertThat(ticket.at("/messages/0/original/size").asInt()).isGreaterThan(25 << 20);
    }

    @Test
    void whatDidNotComeAsMailHasNoOriginal() {
        JsonNode ticket = new Desk(clients).read(new Desk(clients).ticketOf(Submissions.anonymous()));
        assertThat(ticket.at("/messages/0/original").isNull()).isTrue();
        clients.as("caseworker")
                .get()
                .uri(
                        ORIGINAL,
                        ticket.path("id").asString(),
                        ticket.at("/messages/0/id").asString())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aPersonSaysThatTheyHaveLooked() {
        JsonNode ticket = ticketOf(mail("Lang", "x".repeat(150_000)));
        assertThat(ticket.path("needsAttention").asBoolean()).isTrue();
        JsonNode looked = Desk.body(new Desk(clients)
                .change(ticket.path("id").asString(), ticket.path("version").asLong(), Map.of("needsAttention", false))
                .expectStatus()
                .isOk());
        assertThat(looked.path("needsAttention").asBoolean()).isFalse();
    }

    private JsonNode ticketOf(String mail) {
        JsonNode receipt = Desk.body(hand(mail).expectStatus().isCreated());
        return new Desk(clients).read(receipt.path("ticketId").asString());
    }

    @Test
    void theSameMailTwiceIsOne() {
        String mail = mail("Schlagloch", "In der Hofgasse.");
        JsonNode first = Desk.body(hand(mail).expectStatus().isCreated());
        JsonNode second =
                Desk.body(hand(mail).expectStatus().isOk().expectHeader().valueEquals("Idempotency-Replayed", "true"));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aKeyThatCameWithAnotherMailIsRefused() {
        String key = UUID.randomUUID().toString();
        hand(mail("Eins", "Eins."), key).expectStatus().isCreated();
        hand(mail("Zwei", "Zwei."), key)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void onlyWhoMayHandInMay() {
        clients.as("callcentre")
                .post()
                .uri(PATH)
                .contentType(MAIL)
                .bodyValue(mail("Nein", "Nein.").getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void nothingIsNoMail() {
        clients.as("formserver")
                .post()
                .uri(PATH)
                .attributes(wrongOnPurpose())
                .contentType(MAIL)
                .bodyValue(new byte[0])
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private static String mail(String subject, String text) {
        return """
            From: Erika Beispiel <erika@example.org>\r
            To: buergerservice@stadt.test\r
            Subject: %s\r
            Date: Sun, 22 Nov 2026 10:00:00 +0100\r
            Message-ID: <%s@example.org>\r
            Content-Type: text/plain; charset=utf-8\r
            Content-Transfer-Encoding: 8bit\r
            \r
            %s\
            """.formatted(subject, UUID.randomUUID(), text);
    }

    private WebTestClient.ResponseSpec hand(String mail) {
        return hand(mail, null);
    }

    private WebTestClient.ResponseSpec hand(String mail, @Nullable String key) {
        return clients.as("formserver")
                .post()
                .uri(PATH + "?mailbox=buergerservice")
                .contentType(MAIL)
                .headers(headers -> {
                    if (key != null) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .bodyValue(mail.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }
}
