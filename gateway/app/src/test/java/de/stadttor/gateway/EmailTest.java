package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
