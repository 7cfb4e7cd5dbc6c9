package de.stadttor.web.forms;

import tools.jackson.databind.JsonNode;

/**
 * The fields that a schema names.
 *
 * @param schema whose references all end somewhere within it
 */
record FieldTree(JsonNode schema) {

    boolean has(String name) {
        return properties(schema).has(name);
    }

    /** @param path names from the outside in, joined by dots */
    boolean reaches(String path) {
        JsonNode here = schema;
        for (String name : path.split("\\.", -1)) {
            here = properties(here).path(name);
            if (here.isMissingNode()) {
                return false;
            }
        }
        return true;
    }

    /** The values that a field is limited to; missing without a limit. */
    JsonNode choices(String name) {
        return resolved(properties(schema).path(name)).path("enum");
    }

    private JsonNode properties(JsonNode here) {
        return resolved(here).path("properties");
    }

    private JsonNode resolved(JsonNode here) {
        JsonNode reference = here.path("$ref");
        return reference.isString() ? resolved(schema.at(reference.stringValue().substring(1))) : here;
    }
}
