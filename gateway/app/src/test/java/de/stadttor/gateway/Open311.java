package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;

import java.util.List;
import java.util.Objects;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;

/** What tests do at the door of Open311, with the demo's key unless they name another. */
record Open311(Clients clients) {

    static final String REQUESTS = "/open311/v2/requests";

    List<String> services() {
        return json(get("/open311/v2/services.json").expectStatus().isOk()).values().stream()
                .map(each -> each.path("service_code").asString())
                .toList();
    }

    String ticket(String number) {
        return Desk.body(clients.as("caseworker")
                        .get()
                        .uri("/api/desk/v1/tickets?q={number}", number)
                        .exchange())
                .path("items")
                .get(0)
                .path("id")
                .asString();
    }

    List<String> found(String query) {
        return json(get(REQUESTS + ".json" + query).expectStatus().isOk()).values().stream()
                .map(each -> each.path("service_request_id").asString())
                .toList();
    }

    JsonNode request(String id) {
        return json(get(REQUESTS + "/" + id + ".json").expectStatus().isOk()).get(0);
    }

    String made(String data) {
        return json(post("json", data).expectStatus().isCreated())
                .get(0)
                .path("service_request_id")
                .asString();
    }

    WebTestClient.ResponseSpec post(String format, String data) {
        return clients.anybody()
                .post()
                .uri(REQUESTS + "." + format)
                .attributes(wrongOnPurpose())
                .body(BodyInserters.fromFormData(parameters(data)))
                .exchange();
    }

    WebTestClient.ResponseSpec get(String uri) {
        return clients.anybody().get().uri(uri).attributes(wrongOnPurpose()).exchange();
    }

    static MultiValueMap<String, String> parameters(String data) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (String pair : data.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.add(parts[0], parts[1]);
        }
        parameters.putIfAbsent("api_key", List.of("demo-open311"));
        return parameters;
    }

    static JsonNode json(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
