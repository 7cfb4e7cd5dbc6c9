package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.email.outbound.Letter;
import de.stadttor.channels.email.outbound.appointments.AppointmentLetters;
import de.stadttor.outbox.Outbox;
import de.stadttor.outbox.OutboxItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Booking over HTTP, as a frontend, a desk and an existing client of ZMS do it, in the demo's three offices. */
@GatewayTest
class AppointmentsTest {

    private static final String APPOINTMENTS = "/api/citizen/v1/appointments";
    private static final String TOKEN = "Appointment-Token";
    private static final int RATHAUS = 10489;
    private static final int MARKT = 10546;
    private static final int PASSPORT = 1063453;
    private static final int REGISTRATION = 1063475;

    @Autowired
    private Clients clients;

    @Autowired
    private Outbox outbox;

    @Autowired
    private AppointmentLetters letters;

    @Test
    void twoServicesAreBookedMovedAndCancelled() {
        List<String> times = times(MARKT, PASSPORT + "," + REGISTRATION);
        JsonNode reserved = reserve(MARKT, times.getFirst(), PASSPORT, REGISTRATION);
        JsonNode appointment = reserved.path("appointment");
        String id = appointment.path("id").asString();
        String session = reserved.path("sessionToken").asString();
        assertThat(Duration.between(
                        Instant.parse(appointment.path("at").asString()),
                        Instant.parse(appointment.path("endsAt").asString())))
                .isEqualTo(Duration.ofMinutes(30));
        contact(id, session).expectStatus().isOk();
        JsonNode confirmed =
                json(step(id, "confirmation", session).expectStatus().isOk());
        String manage = confirmed.path("manageToken").asString();
        String first = calendar(id, manage);
        assertThat(first).contains("METHOD:PUBLISH", "SEQUENCE:0", "UID:" + id + "@stadttor", "STATUS:CONFIRMED");

        String other = times(MARKT, PASSPORT + "," + REGISTRATION).getLast();
        JsonNode moved = json(clients.anybody()
                .put()
                .uri(APPOINTMENTS + "/{id}/time", id)
                .header(TOKEN, manage)
                .bodyValue(Map.of("at", other))
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(moved.path("number")).isEqualTo(appointment.path("number"));
        assertThat(calendar(id, manage)).contains("SEQUENCE:1", "UID:" + id + "@stadttor");
        step(id, "cancellation", manage).expectStatus().isOk();
        assertThat(calendar(id, manage)).contains("METHOD:CANCEL", "STATUS:CANCELLED");
        assertThat(times(MARKT, PASSPORT + "," + REGISTRATION)).contains(other);
    }

    @Test
    void case28OfTwoHundredCitizensOneGetsTheLastPlaceOverHttp() {
        String at = times(MARKT, Integer.toString(PASSPORT)).get(20);
        var client = WebClient.create(clients.url());
        List<HttpStatusCode> answers = Flux.range(0, 200)
                .flatMap(
                        _ -> client.post()
                                .uri(APPOINTMENTS)
                                .bodyValue(wanted(MARKT, at, PASSPORT))
                                .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode())),
                        200)
                .collectList()
                .block(Duration.ofMinutes(2));
        assertThat(answers).filteredOn(status -> status.value() == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status.value() == 409).hasSize(199);
        JsonNode late = json(reserving(MARKT, at, PASSPORT).expectStatus().isEqualTo(409));
        assertThat(late.path("type").asString()).isEqualTo("/problems/place-taken");
        assertThat(late.path("alternatives")).isNotEmpty();
    }

    @Test
    void theSecretOfTheBrowserProvesNoAddress() {
        String at = times(RATHAUS, Integer.toString(PASSPORT)).get(3);
        JsonNode reserved = reserve(RATHAUS, at, PASSPORT);
        String id = reserved.path("appointment").path("id").asString();
        String session = reserved.path("sessionToken").asString();
        contact(id, session).expectStatus().isOk();
        step(id, "preconfirmation", session).expectStatus().isOk();
        step(id, "confirmation", session).expectStatus().isNotFound();
        step(id, "confirmation", "f".repeat(64)).expectStatus().isNotFound();
        step(id, "cancellation", session).expectStatus().isOk();
    }

    @Test
    void theCodeOfTheMailConfirmsAndIsNotMailedAgain() {
        String at = times(RATHAUS, Integer.toString(PASSPORT)).get(7);
        JsonNode reserved = reserve(RATHAUS, at, PASSPORT);
        String id = reserved.path("appointment").path("id").asString();
        String session = reserved.path("sessionToken").asString();
        contact(id, session).expectStatus().isOk();
        step(id, "preconfirmation", session).expectStatus().isOk();
        OutboxItem activation = outbox.newest(100)
                .filter(item -> item.ticket().toString().equals(id))
                .blockFirst();
        Letter letter = letters.write(activation).block();
        assertThat(letter.to()).isEqualTo("erika@example.org");
        var code =
                Pattern.compile(id + "\\.([0-9a-f]{64})").matcher(letter.body().text());
        assertThat(code.find()).isTrue();
        String manage = json(step(id, "confirmation", code.group(1))
                        .expectStatus()
                        .isOk())
                .path("manageToken")
                .asString();
        assertThat(letters.write(activation).blockOptional()).isEmpty();
        step(id, "cancellation", manage).expectStatus().isOk();
    }

    @Test
    void whoIsLoggedInConfirmsAtOnceAndFindsItAgain() {
        var citizen = clients.as("citizen-high");
        String at = times(RATHAUS, Integer.toString(PASSPORT)).get(5);
        String id = json(citizen.post()
                        .uri(APPOINTMENTS)
                        .bodyValue(wanted(RATHAUS, at, PASSPORT))
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .path("appointment")
                .path("id")
                .asString();
        citizen.put()
                .uri(APPOINTMENTS + "/{id}/contact", id)
                .bodyValue(Map.of("name", "Erika", "email", "erika@example.org"))
                .exchange()
                .expectStatus()
                .isOk();
        citizen.post()
                .uri(APPOINTMENTS + "/{id}/confirmation", id)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(json(citizen.get().uri(APPOINTMENTS).exchange()).toString()).contains(id);
        clients.as("other-citizen")
                .get()
                .uri(APPOINTMENTS + "/{id}", id)
                .exchange()
                .expectStatus()
                .isNotFound();
        citizen.post()
                .uri(APPOINTMENTS + "/{id}/cancellation", id)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aRepeatWithTheSameKeyHoldsOnePlace() {
        String at = times(MARKT, Integer.toString(PASSPORT)).get(30);
        String key = UUID.randomUUID().toString();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ids.add(json(clients.anybody()
                            .post()
                            .uri(APPOINTMENTS)
                            .header("Idempotency-Key", key)
                            .bodyValue(wanted(MARKT, at, PASSPORT))
                            .exchange()
                            .expectStatus()
                            .isCreated())
                    .path("appointment")
                    .path("id")
                    .asString());
        }
        assertThat(ids.get(1)).isEqualTo(ids.getFirst());
        clients.anybody()
                .post()
                .uri(APPOINTMENTS)
                .attributes(wrongOnPurpose())
                .header("Idempotency-Key", "1")
                .bodyValue(wanted(MARKT, at, PASSPORT))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aCalendarThatDidNotChangeIsNotSentAgain() {
        String uri = availability(RATHAUS, Integer.toString(PASSPORT), 200, 210);
        String tag = clients.anybody()
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag();
        clients.anybody()
                .get()
                .uri(uri)
                .header(HttpHeaders.IF_NONE_MATCH, Objects.requireNonNull(tag))
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void anAdministratorTriesAChangeBeforeItCounts() {
        var admin = clients.as("admin");
        String hours = "/api/desk/v1/scopes/2/availabilities/" + UUID.randomUUID();
        var data = Map.of(
                "kind",
                "open",
                "from",
                LocalDate.now().plusDays(20).toString(),
                "until",
                LocalDate.now().plusDays(20).toString(),
                "days",
                List.of(),
                "rhythm",
                "once",
                "startsAt",
                "19:00",
                "endsAt",
                "20:00",
                "slotMinutes",
                15,
                "desks",
                2,
                "publicDesks",
                1);
        JsonNode tried = json(admin.put()
                .uri(hours + "?dryRun=true")
                .bodyValue(data)
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(tried.path("gained").asInt()).isEqualTo(8);
        admin.delete()
                .uri(hours)
                .header("If-Match", "\"1\"")
                .exchange()
                .expectStatus()
                .isNotFound();
        admin.put().uri(hours).bodyValue(data).exchange().expectStatus().isOk();
        admin.put().uri(hours).bodyValue(data).exchange().expectStatus().isEqualTo(412);
        JsonNode removed = json(admin.delete()
                .uri(hours)
                .header("If-Match", "\"1\"")
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(removed.path("lost").asInt()).isEqualTo(8);
        assertThat(json(admin.get().uri("/api/desk/v1/scopes/2/changes").exchange())
                        .path("items"))
                .hasSizeGreaterThanOrEqualTo(2);
        clients.as("caseworker")
                .put()
                .uri(hours)
                .bodyValue(data)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void anImportOfWhatIsThereChangesNothingAndNobodyImportsBlindly() {
        var admin = clients.as("admin");
        var read = admin.get()
                .uri("/api/desk/v1/appointment-catalogue")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult();
        JsonNode catalogue = Objects.requireNonNull(read.getResponseBody());
        String tag = Objects.requireNonNull(read.getResponseHeaders().getETag());
        JsonNode report = json(imported(catalogue, tag).expectStatus().isOk());
        assertThat(report.path("differences")).isEmpty();
        assertThat(tag).isEqualTo("\"" + report.path("version").asInt() + "\"");
        imported(catalogue, "\"0\"").expectStatus().isEqualTo(412);
        admin.put()
                .uri("/api/desk/v1/appointment-catalogue")
                .bodyValue(catalogue)
                .exchange()
                .expectStatus()
                .isEqualTo(428);
    }

    private WebTestClient.ResponseSpec imported(JsonNode catalogue, String tag) {
        return clients.as("admin")
                .put()
                .uri("/api/desk/v1/appointment-catalogue")
                .header(HttpHeaders.IF_MATCH, tag)
                .bodyValue(catalogue)
                .exchange();
    }

    @Test
    void aClientOfZmsBooksAndCancels() {
        JsonNode all = zms("/zms/offices-and-services/");
        assertThat(all.path("offices")).hasSize(3);
        assertThat(all.path("services")).hasSize(10);
        JsonNode calendar = zms("/zms/available-calendar/?officeIds=" + MARKT + "&serviceIds=" + PASSPORT
                + "&serviceCounts=1&startDate=" + LocalDate.now() + "&endDate="
                + LocalDate.now().plusDays(50));
        JsonNode office = calendar.path("availableDays").get(15).path("offices").get(0);
        long time = office.path("appointments").get(4).asLong();
        JsonNode reserved = zms(
                "reserve",
                Map.of(
                        "timestamp",
                        time,
                        "officeId",
                        MARKT,
                        "serviceId",
                        List.of(Integer.toString(PASSPORT)),
                        "serviceCount",
                        List.of(1)),
                200);
        assertThat(reserved.path("status").asString()).isEqualTo("reserved");
        var key = Map.<String, Object>of(
                "processId",
                reserved.path("processId").asInt(),
                "authKey",
                reserved.path("authKey").asString());
        assertThat(code(zms(
                        "reserve", Map.of("timestamp", time, "officeId", MARKT, "serviceId", List.of(PASSPORT)), 404)))
                .isEqualTo("appointmentNotAvailable");
        var contact = new HashMap<>(key);
        contact.put("familyName", "Muster");
        contact.put("email", "erika+termin@example.org");
        assertThat(zms("update", contact, 200).path("familyName").asString()).isEqualTo("Muster");
        assertThat(zms("preconfirm", key, 200).path("status").asString()).isEqualTo("preconfirmed");
        JsonNode confirmed = zms("confirm", key, 200);
        assertThat(confirmed.path("status").asString()).isEqualTo("confirmed");
        assertThat(confirmed.path("icsContent").asString()).startsWith("BEGIN:VCALENDAR");
        var wrong = new HashMap<>(key);
        wrong.put("authKey", "0".repeat(64));
        assertThat(code(zms("cancel", wrong, 406))).isEqualTo("authKeyMismatch");
        assertThat(zms("cancel", key, 200).path("status").asString()).isEqualTo("deleted");
    }

    @Test
    void wrongRequestsOfAClientOfZmsAreToldByTheirCodes() {
        assertThat(code(zms("reserve", Map.of("timestamp", "soon", "officeId", 0), 400)))
                .isEqualTo("invalidOfficeId");
        assertThat(code(zms(
                        "reserve", Map.of("timestamp", 4000000000L, "officeId", MARKT, "serviceId", List.of(1)), 400)))
                .isEqualTo("invalidLocationAndServiceCombination");
        assertThat(code(zms("cancel", Map.of("processId", 1, "authKey", "a".repeat(64)), 404)))
                .isEqualTo("appointmentNotFound");
        assertThat(code(zms("cancel", Map.of("processId", "x", "authKey", "short"), 400)))
                .isEqualTo("invalidProcessId");
    }

    private String availability(int office, String services, int from, int to) {
        LocalDate today = LocalDate.now();
        return "/api/citizen/v1/availability?offices=" + office + "&services=" + services + "&from="
                + today.plusDays(from) + "&to=" + today.plusDays(to);
    }

    /** The keeper of calendars may just be making the slots of a fresh demo. */
    private List<String> times(int office, String services) {
        return Mono.fromSupplier(() -> json(clients.anybody()
                        .get()
                        .uri(availability(office, services, 2, 40))
                        .exchange()
                        .expectStatus()
                        .isOk()))
                .filter(found -> found.path("days").size() > 20)
                .repeatWhenEmpty(100, again -> again.delayElements(Duration.ofMillis(200)))
                .map(AppointmentsTest::all)
                .block();
    }

    private static List<String> all(JsonNode found) {
        List<String> times = new ArrayList<>();
        found.path("days")
                .forEach(day -> day.path("offices")
                        .forEach(office -> office.path("times").forEach(time -> times.add(time.asString()))));
        return times;
    }

    private static Map<String, Object> wanted(int office, String at, int... services) {
        return Map.of(
                "office",
                office,
                "at",
                at,
                "services",
                Arrays.stream(services)
                        .mapToObj(service -> Map.of("service", service))
                        .toList());
    }

    private JsonNode reserve(int office, String at, int... services) {
        return json(reserving(office, at, services).expectStatus().isCreated());
    }

    private WebTestClient.ResponseSpec reserving(int office, String at, int... services) {
        return clients.anybody()
                .post()
                .uri(APPOINTMENTS)
                .bodyValue(wanted(office, at, services))
                .exchange();
    }

    private WebTestClient.ResponseSpec contact(String id, String token) {
        return clients.anybody()
                .put()
                .uri(APPOINTMENTS + "/{id}/contact", id)
                .header(TOKEN, token)
                .bodyValue(Map.of("name", "Erika Muster", "email", "erika@example.org"))
                .exchange();
    }

    private WebTestClient.ResponseSpec step(String id, String step, String token) {
        return clients.anybody()
                .post()
                .uri(APPOINTMENTS + "/{id}/" + step, id)
                .header(TOKEN, token)
                .exchange();
    }

    private String calendar(String id, String token) {
        return Objects.requireNonNull(clients.anybody()
                .get()
                .uri(APPOINTMENTS + "/{id}/calendar", id)
                .header(TOKEN, token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private JsonNode zms(String uri) {
        return json(clients.anybody().get().uri(uri).exchange().expectStatus().isOk());
    }

    private JsonNode zms(String step, Map<String, Object> body, int status) {
        return json(clients.anybody()
                .post()
                .uri("/zms/" + step + "-appointment/")
                .attributes(wrongOnPurpose())
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }

    private static String code(JsonNode errors) {
        return errors.path("errors").get(0).path("errorCode").asString();
    }

    private static JsonNode json(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
