package de.stadttor.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** An administrator who decides about forms. */
final class DeskForms {

    private static final String PATH = "/api/desk/v1/forms/";

    private final Clients clients;

    DeskForms(Clients clients) {
        this.clients = clients;
    }

    /** A small form, some of whose properties may be others. */
    static Map<String, Object> definition(Map<String, Object> changes) {
        Map<String, Object> definition = new HashMap<>(Map.of(
                "schema",
                Map.of(
                        "type",
                        "object",
                        "additionalProperties",
                        false,
                        "required",
                        List.of("ort"),
                        "properties",
                        Map.of("ort", Map.of("type", "string", "maxLength", 200))),
                "example",
                Map.of("ort", "Hof"),
                "submitLevel",
                "basic",
                "readLevel",
                "basic",
                "queue",
                "umwelt",
                "retentionDays",
                90,
                "page",
                Map.of("open", true, "files", 2),
                "texts",
                Map.of("de", Map.of("title", "Baum", "subject", "Baum: {ort}", "text", "Ort: {ort}"))));
        definition.putAll(changes);
        return definition;
    }

    ResponseSpec save(String form, Map<String, Object> definition, @Nullable String ifMatch) {
        return clients.as("admin")
                .put()
                .uri(PATH + form)
                .headers(headers -> {
                    if (ifMatch != null) {
                        headers.setIfMatch(ifMatch);
                    }
                })
                .bodyValue(definition)
                .exchange();
    }

    ResponseSpec read(String path) {
        return clients.as("admin").get().uri(PATH + path).exchange();
    }

    ResponseSpec withdrawal(HttpMethod method, String form, String ifMatch) {
        return clients.as("admin")
                .method(method)
                .uri(PATH + form + "/withdrawal")
                .header("If-Match", ifMatch)
                .exchange();
    }

    ResponseSpec submit(String form, @Nullable Integer version, String submissionId) {
        Map<String, Object> submission = new HashMap<>(
                Map.of("form", form, "submissionId", submissionId, "fields", Map.of("ort", "Marienplatz 8")));
        if (version != null) {
            submission.put("formVersion", version);
        }
        return clients.as("formserver")
                .post()
                .uri("/api/intake/v1/submissions")
                .bodyValue(submission)
                .exchange();
    }
}
