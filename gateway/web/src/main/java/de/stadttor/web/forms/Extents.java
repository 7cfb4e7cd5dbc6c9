package de.stadttor.web.forms;

import de.stadttor.refusal.Refusal.Fault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How large a schema is once every reference is replaced by what it refers to. A reference may be named twice by each
 * of those that are named twice, and so on: few lines, and checking them never ends.
 */
final class Extents {

    private static final int DEEPEST = 40;
    private static final long LARGEST = 5_000;

    private final Map<String, JsonNode> places;
    private final String root;
    private final Map<String, Extent> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private @Nullable Fault fault;

    /**
     * @param places every schema within it, by pointer; a reference to anything else is none
     * @param root pointer of the schema itself
     */
    Extents(Map<String, JsonNode> places, String root) {
        this.places = places;
        this.root = root;
    }

    List<Fault> faults() {
        Extent all = of(Objects.requireNonNull(places.get(root)), root);
        if (fault == null && all.exceeds()) {
            fault = new Fault(root, "too-large", "");
        }
        return fault == null ? List.of() : List.of(fault);
    }

    private Extent of(JsonNode here, String pointer) {
        Extent found = known.get(pointer);
        if (found != null) {
            return found;
        }
        if (!open.add(pointer)) {
            fault = new Fault(pointer, "circular-reference", "");
            return Extent.NONE;
        }
        Extent extent = Extent.NONE;
        for (var inner : Subschemas.of(here, pointer).entrySet()) {
            extent = extent.and(of(inner.getValue(), inner.getKey()));
        }
        extent = extent.and(ofReference(here, pointer)).within();
        open.remove(pointer);
        known.put(pointer, extent);
        return extent;
    }

    private Extent ofReference(JsonNode here, String pointer) {
        if (!here.path("$ref").isString() || fault != null) {
            return Extent.NONE;
        }
        String place = root + here.path("$ref").stringValue().substring(1);
        JsonNode target = places.get(place);
        if (target == null) {
            fault = new Fault(pointer + "/$ref", "unknown-reference", "");
            return Extent.NONE;
        }
        return of(target, place);
    }

    /** @param size schemas, never more than one too many */
    private record Extent(long size, int depth) {

        static final Extent NONE = new Extent(0, 0);

        Extent and(Extent other) {
            return new Extent(Math.min(LARGEST + 1, size + other.size), Math.max(depth, other.depth));
        }

        Extent within() {
            return new Extent(size + 1, depth + 1);
        }

        boolean exceeds() {
            return size > LARGEST || depth > DEEPEST;
        }
    }
}
