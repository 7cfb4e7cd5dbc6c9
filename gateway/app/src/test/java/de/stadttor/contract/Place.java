package de.stadttor.contract;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A place in a contract.
 *
 * @param pointer leads from the file's root to {@code node}
 */
record Place(Contracts contracts, String file, JsonPointer pointer, JsonNode node) {

    /** What stands here, references followed to their end. */
    Place followed() {
        JsonNode reference = node.path("$ref");
        return reference.isString()
                ? contracts.follow(file, reference.stringValue()).followed()
                : this;
    }

    /** The named child, if there is one, references followed on the way there but not at it. */
    Optional<Place> find(String name) {
        Place here = followed();
        JsonNode child = here.node.get(name);
        return child == null ? Optional.empty() : Optional.of(here.child(name, child));
    }

    Place get(String name) {
        return find(name).orElseThrow(() -> new ContractViolation(toString(), "has no " + name));
    }

    /** The text of a child; empty when there is none. */
    String text(String name) {
        return find(name).map(child -> child.node.asString("")).orElse("");
    }

    /** All children of an object or an array, references not followed. */
    Stream<Place> children() {
        Stream<Place> named = node.properties().stream().map(child -> child(child.getKey(), child.getValue()));
        Stream<Place> counted = node.isArray()
                ? IntStream.range(0, node.size()).mapToObj(index -> child(String.valueOf(index), node.get(index)))
                : Stream.empty();
        return Stream.concat(named, counted);
    }

    private Place child(String name, JsonNode value) {
        return new Place(contracts, file, pointer.appendProperty(name), value);
    }

    /** The name of this place in its parent. */
    String name() {
        JsonPointer last = pointer.last();
        return last == null ? "" : last.getMatchingProperty();
    }

    /** The name of the parent in its own parent. */
    String parentName() {
        JsonPointer parent = pointer.head();
        JsonPointer last = parent == null ? null : parent.last();
        return last == null ? "" : last.getMatchingProperty();
    }

    @Override
    public String toString() {
        return file + "#" + pointer;
    }
}
