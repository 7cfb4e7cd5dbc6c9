package de.stadttor.desk.forms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where two definitions differ, from the outside in. Lists are compared as a whole. */
final class Differences {

    private static final int MOST = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /** @param before null for nothing */
    static List<Difference> between(@Nullable FormDefinition before, FormDefinition after) {
        Differences differences = new Differences();
        JsonNode old = before == null ? JSON.createObjectNode() : JSON.valueToTree(before);
        differences.compare("", old, JSON.valueToTree(after));
        return differences.found;
    }

    private void compare(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before != null && after != null && before.isObject() && after.isObject()) {
            names(before, after)
                    .forEach(name -> compare(pointer + "/" + escaped(name), before.get(name), after.get(name)));
        } else if (found.size() < MOST && (before == null || !before.equals(after))) {
            found.add(new Difference(pointer, before, after));
        }
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        return names;
    }

    /** RFC 6901, section 3. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** @param before null for nothing, like {@code after} */
    record Difference(
            String pointer,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}
}
