package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@GatewayTest
class FilledFormTest {

    private static final String NEST = "insektennest";
    private static final String TAX = "grundsteuer-kontakt";
    private static final Map<String, Object> TAX_FORM =
            Map.of("formVersion", 1, "fields", Map.of("aktenzeichen", "1234567890", "anliegen", "Einspruch"));

    @Autowired
    private Clients clients;

    private Visitor anybody;

    @BeforeEach
    void comeIn() {
        anybody = new Visitor(clients.anybody());
    }

    @Test
    void anybodyGetsATicketAndTheLinkOfIt() {
        JsonNode receipt = Desk.body(
                anybody.send(NEST, Visitor.key(), Visitor.nest()).expectStatus().isCreated());
        assertThat(receipt.path("accessUrl").asString()).matches("http://localhost:\\d+/fall#[\\w-]{43}");
        JsonNode ticket = new Desk(clients).read(receipt.path("ticketId").asString());
        assertThat(ticket.path("subject").asString()).isEqualTo("Insektennest: Marienplatz 8");
    }

    @Test
    void aRepeatGetsTheSameReceiptWhateverWorkWasDoneForIt() {
        String key = Visitor.key();
        JsonNode first =
                Desk.body(anybody.send(NEST, key, Visitor.nest()).expectStatus().isCreated());
        JsonNode second =
                Desk.body(anybody.send(NEST, key, Visitor.nest()).expectStatus().isOk());
        assertThat(second).isEqualTo(first);
    }

    @Test
    void theSameKeyWithOtherContentIsRefused() {
        String key = Visitor.key();
        anybody.send(NEST, key, Visitor.nest()).expectStatus().isCreated();
        var other = Visitor.nest();
        other.put("fields", Map.of("ort", "Sendlinger Tor"));
        assertThat(problem(anybody.send(NEST, key, other), 422, "idempotency-key-reused")
                        .has("errors"))
                .isFalse();
    }

    @Test
    void workIsGoodForOneSubmission() {
        String work = anybody.work(NEST);
        withWork(work, Visitor.key(), Visitor.nest()).expectStatus().isCreated();
        assertFault(withWork(work, Visitor.key(), Visitor.nest()), "Proof-Of-Work", "proof-reused");
    }

    @Test
    void whatIsRefusedUsesUpNeitherKeyNorWork() {
        String work = anybody.work(NEST);
        String key = Visitor.key();
        var empty = Visitor.nest();
        empty.put("fields", Map.of());
        assertFault(withWork(work, key, empty), "/fields/ort", "required");
        withWork(work, key, Visitor.nest()).expectStatus().isCreated();
    }

    @Test
    void withoutWorkNothingIsTakenAndNothingKept() {
        String before = newestQuarantined();
        assertFault(
                anybody.to(NEST, Visitor.key()).bodyValue(Visitor.nest()).exchange(), "Proof-Of-Work", "proof-missing");
        assertFault(
                withWork(anybody.work("technische-anfrage"), Visitor.key(), Visitor.nest()),
                "Proof-Of-Work",
                "proof-wrong");
        assertThat(newestQuarantined()).isEqualTo(before);
    }

    @Test
    void whoFillsInTheTrapIsToldAndKeptForAPersonToSee() {
        var trapped = Visitor.nest();
        trapped.put("homepage", "http://spam.example.org");
        String before = newestQuarantined();
        assertFault(
                anybody.to(NEST, Visitor.key())
                        .header("Proof-Of-Work", anybody.work(NEST))
                        .attributes(wrongOnPurpose())
                        .bodyValue(trapped)
                        .exchange(),
                "/homepage",
                "maxLength");
        assertThat(newestQuarantined()).isNotEqualTo(before);
    }

    @Test
    void aCitizenNeedsNoWorkAndFindsTheTicketAmongTheirOwn() {
        JsonNode receipt = Desk.body(new Visitor(clients.as("citizen-high"))
                .to(TAX, Visitor.key())
                .bodyValue(TAX_FORM)
                .exchange()
                .expectStatus()
                .isCreated());
        assertThat(receipt.path("accessUrl").isNull()).isTrue();
        clients.as("citizen-high")
                .get()
                .uri("/api/citizen/v1/tickets/{id}", receipt.path("ticketId").asString())
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void theLevelIsThatOfTheLoginAndSaysWhereAStrongerOneBegins() {
        JsonNode problem = problem(
                new Visitor(clients.as("citizen-high?level=low"))
                        .to(TAX, Visitor.key())
                        .bodyValue(TAX_FORM)
                        .exchange(),
                401,
                "insufficient-user-authentication");
        assertThat(problem.path("requiredLevel").asString()).isEqualTo("substantial");
        assertThat(problem.path("stepUpUrl").asString()).isEqualTo("/saml2/login/bayernid?level=substantial");
    }

    @Test
    void aStrangerIsSentToTheLogin() {
        problem(anybody.send(TAX, Visitor.key(), TAX_FORM), 401, "insufficient-user-authentication");
    }

    @Test
    void whoBelievesToBeLoggedInIsNotTakenForAnybody() {
        var filled = Visitor.nest();
        filled.put("loggedIn", true);
        problem(anybody.send(NEST, Visitor.key(), filled), 401, "insufficient-user-authentication");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"identity\":{\"scheme\":\"stadttor\",\"sub\":\"x\"}}", "{\"assuranceLevel\":\"high\"}"})
    void nobodySaysInTheFormWhoTheyAre(String citizen) {
        anybody.to(NEST, Visitor.key())
                .header("Proof-Of-Work", anybody.work(NEST))
                .attributes(wrongOnPurpose())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"formVersion\":1,\"fields\":{\"ort\":\"Marienplatz\"},\"citizen\":" + citizen + "}")
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void asksForAnAddressWhereTheFormDemandsOne() {
        var presentation = Map.of("contact", "required");
        var page = Map.of("open", true, "files", 0, "presentation", presentation);
        new DeskForms(clients)
                .save("kontakt-noetig", DeskForms.definition(Map.of("page", page)), null)
                .expectStatus()
                .isOk();
        assertFault(anybody.send("kontakt-noetig", Visitor.key(), Visitor.nest()), "/citizen/email", "required");
    }

    @Test
    void whatIsOnNoPageIsSentFromNone() {
        new DeskForms(clients)
                .save("ohne-seite", DeskForms.definition(Map.of("page", Map.of("open", false, "files", 0))), null)
                .expectStatus()
                .isOk();
        problem(clients.anybody().get().uri("/formular/ohne-seite/definition").exchange(), 404, "not-found");
        var citizen = new Visitor(clients.as("citizen-high"));
        problem(
                citizen.to("ohne-seite", Visitor.key())
                        .bodyValue(Visitor.nest())
                        .exchange(),
                404,
                "not-found");
    }

    @Test
    void aPageThatWasClosedTakesNoOlderVersionEither() {
        String form = twice("geschlossen", Map.of("page", Map.of("open", false, "files", 0)));
        var citizen = new Visitor(clients.as("citizen-high"));
        problem(citizen.to(form, Visitor.key()).bodyValue(Visitor.nest()).exchange(), 404, "not-found");
    }

    @Test
    void aRaisedLevelCountsForOlderVersionsToo() {
        String form = twice("angehoben", Map.of("submitLevel", "substantial", "readLevel", "substantial"));
        var problem =
                problem(anybody.send(form, Visitor.key(), Visitor.nest()), 401, "insufficient-user-authentication");
        assertThat(problem.path("requiredLevel").asString()).isEqualTo("substantial");
        new Visitor(clients.as("citizen-high"))
                .to(form, Visitor.key())
                .bodyValue(Visitor.nest())
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void takesAsManyFilesAsTheFormDoes() {
        send(3, Visitor.key()).expectStatus().isCreated();
        assertFault(send(4, Visitor.key()), "/files", "maxItems");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "00000000-0000-0000-0000-000000000000"})
    void aKeyThatSomebodyCouldGuessIsNone(String key) {
        problem(
                anybody.to(NEST, key)
                        .header("Proof-Of-Work", anybody.work(NEST))
                        .attributes(wrongOnPurpose())
                        .bodyValue(Visitor.nest())
                        .exchange(),
                400,
                "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"definition", "challenge"})
    void thereIsNothingBehindAFormThatDoesNotExist(String below) {
        problem(clients.anybody().get().uri("/formular/gibt-es-nicht/" + below).exchange(), 404, "not-found");
    }

    @Test
    void aCookieAloneSendsNothing() {
        var browser = new Browser(clients.url());
        browser.login("basic", "citizen-basic", "benutzername");
        String body = "{\"formVersion\":1,\"fields\":{\"ort\":\"Marienplatz\"}}";
        String path = "/formular/insektennest/submissions";
        assertThat(browser.postJson(path, body, "Idempotency-Key", Visitor.key())
                        .status())
                .isEqualTo(403);
        assertThat(browser.postJson(path, body, "Idempotency-Key", Visitor.key(), "X-CSRF-Token", browser.csrfToken())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void tellsThePageWhoIsLookingAtIt() {
        JsonNode definition = Desk.body(clients.as("citizen-high")
                .get()
                .uri("/formular/insektennest/definition")
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "private, no-cache"));
        assertThat(definition.path("visitor").path("assuranceLevel").asString()).isEqualTo("high");
        assertThat(definition.path("texts").path("en").path("title").asString()).isEqualTo("Report an insects' nest");
    }

    /** A form whose first version is on the page for anybody, and whose second one is not. */
    private String twice(String name, Map<String, Object> changes) {
        String form = name + "-" + UUID.randomUUID();
        var forms = new DeskForms(clients);
        forms.save(form, DeskForms.definition(Map.of()), null).expectStatus().isOk();
        forms.save(form, DeskForms.definition(changes), "\"1\"").expectStatus().isOk();
        return form;
    }

    private WebTestClient.ResponseSpec withWork(String work, String key, Map<String, Object> filled) {
        return anybody.to(NEST, key)
                .header("Proof-Of-Work", work)
                .bodyValue(filled)
                .exchange();
    }

    private WebTestClient.ResponseSpec send(int files, String key) {
        var parts = new MultipartBodyBuilder();
        parts.part("submission", Visitor.nest(), MediaType.APPLICATION_JSON);
        for (int file = 0; file < files; file++) {
            parts.part("files", new ByteArrayResource(new byte[] {(byte) file}), MediaType.APPLICATION_OCTET_STREAM)
                    .filename("nest" + file + ".bin");
        }
        return anybody.to(NEST, key)
                .header("Proof-Of-Work", anybody.work(NEST))
                .bodyValue(parts.build())
                .exchange();
    }

    private String newestQuarantined() {
        return Desk.body(clients.as("admin")
                        .get()
                        .uri("/api/intake/v1/quarantine?limit=1")
                        .exchange())
                .path("items")
                .path(0)
                .path("id")
                .asString("");
    }

    private static void assertFault(WebTestClient.ResponseSpec response, String pointer, String code) {
        JsonNode fault =
                problem(response, 422, "validation-failed").path("errors").get(0);
        assertThat(fault.path("pointer").asString()).isEqualTo(pointer);
        assertThat(fault.path("code").asString()).isEqualTo(code);
    }

    private static JsonNode problem(WebTestClient.ResponseSpec response, int status, String slug) {
        JsonNode problem = Desk.body(response.expectStatus().isEqualTo(status));
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + slug);
        return problem;
    }
}
