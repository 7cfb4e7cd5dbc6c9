package de.stadttor.contract;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every problem must keep to, beyond its schema. */
final class Problems {

    private static final JsonMapper JSON = new JsonMapper();

    private Problems() {}

    /** Faults of a problem that already satisfies its schema. */
    static List<String> faults(String text, int status) {
        JsonNode problem = JSON.readTree(text);
        List<String> faults = new ArrayList<>();
        if (problem.path("status").asInt() != status) {
            faults.add("/status: is not the status of the response, " + status);
        }
        if (text.contains("\\tat ") || text.contains("Exception")) {
            faults.add("looks like a stack trace");
        }
        return faults;
    }
}
