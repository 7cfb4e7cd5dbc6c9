package de.stadttor.contract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** One method of one path, as a contract promises it. */
record Operation(HttpMethod method, PathPattern path, Place place) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** The operations of a contract; none for a file without paths. */
    static Stream<Operation> in(Place document) {
        return document.find("paths").stream()
                .flatMap(Place::children)
                .flatMap(path -> path.children()
                        .filter(child -> METHODS.contains(child.name()))
                        .map(child -> of(path.name(), child)));
    }

    private static Operation of(String path, Place place) {
        return new Operation(
                HttpMethod.valueOf(place.name().toUpperCase(Locale.ROOT)),
                PathPatternParser.defaultInstance.parse(path),
                place);
    }

    String id() {
        return place.text("operationId");
    }

    /** Who answers it, when that is not a controller of ours: {@code actuator}; empty otherwise. */
    String servedBy() {
        return place.text("x-served-by");
    }

    boolean writes() {
        return Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)
                .contains(method);
    }

    List<Parameter> parameters() {
        return place.find("parameters").stream()
                .flatMap(Place::children)
                .map(Place::followed)
                .map(Parameter::new)
                .toList();
    }

    Optional<Place> requestBody() {
        return place.find("requestBody").map(Place::followed);
    }

    /** The responses by status, {@code default} included. */
    Stream<Place> responses() {
        return place.get("responses").children();
    }

    /**
     * What the contract says about answers with this status. {@code default} stands only for the statuses that it lists
     * as {@code x-statuses}: everything else has to be promised by name.
     */
    Optional<Place> response(int status) {
        Place responses = place.get("responses");
        return responses
                .find(String.valueOf(status))
                .or(() -> responses.find("default").filter(any -> lists(any, status)))
                .map(Place::followed);
    }

    private static boolean lists(Place any, int status) {
        return any.find("x-statuses").stream()
                .flatMap(statuses -> StreamSupport.stream(statuses.node().spliterator(), false))
                .anyMatch(listed -> listed.asInt() == status);
    }

    @Override
    public String toString() {
        return method + " " + path + " (" + id() + ")";
    }
}
