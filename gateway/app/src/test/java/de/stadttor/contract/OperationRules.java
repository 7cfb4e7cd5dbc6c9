package de.stadttor.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for operations. */
final class OperationRules {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    private OperationRules() {}

    static Stream<String> areDescribed(Place document) {
        Set<String> tags = document.find("tags").stream()
                .flatMap(Place::children)
                .map(tag -> tag.text("name"))
                .collect(Collectors.toSet());
        return Operation.in(document)
                .flatMap(operation -> Stream.concat(
                        Stream.of("operationId", "summary", "description")
                                .filter(name -> operation.place().text(name).isBlank())
                                .map(name -> operation + ": has no " + name),
                        tagFaults(operation, tags)));
    }

    private static Stream<String> tagFaults(Operation operation, Set<String> known) {
        List<String> tags = operation.place().find("tags").stream()
                .flatMap(Place::children)
                .map(tag -> tag.node().asString())
                .toList();
        return tags.isEmpty()
                ? Stream.of(operation + ": has no tag")
                : tags.stream().filter(tag -> !known.contains(tag)).map(tag -> operation + ": unknown tag " + tag);
    }

    static Stream<String> namesAreUnique(Place document) {
        Set<String> seen = new HashSet<>();
        return Operation.in(document)
                .filter(operation -> !seen.add(operation.id()))
                .map(operation -> operation + ": bears the name of another operation");
    }

    static Stream<String> pathVariablesAreDeclared(Place document) {
        return Operation.in(document)
                .filter(operation -> !variables(operation).equals(declared(operation)))
                .map(operation -> operation + ": has the variables " + variables(operation) + ", but declares "
                        + declared(operation));
    }

    private static Set<String> variables(Operation operation) {
        return VARIABLE.matcher(operation.path().getPatternString())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> declared(Operation operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("path") && parameter.required())
                .map(Parameter::name)
                .collect(Collectors.toSet());
    }

    /** What another standard rules is refused as that standard says. */
    static Stream<String> refusalsAreProblems(Place document) {
        return Operation.in(document)
                .filter(operation -> operation.place().text("x-standard").isEmpty()
                        || !document.file().startsWith("compat/"))
                .flatMap(operation -> {
                    List<Place> refusals = operation
                            .responses()
                            .filter(response -> response.name().startsWith("4")
                                    || response.name().equals("default"))
                            .toList();
                    return refusals.isEmpty()
                            ? Stream.of(operation + ": is never refused")
                            : refusals.stream()
                                    .filter(refusal -> content(refusal, "application/problem+json")
                                            .isEmpty())
                                    .map(refusal -> refusal + ": is no application/problem+json");
                });
    }

    /** A form that a browser posts, or another standard rules, brings no header of ours. */
    static Stream<String> writesAreIdempotent(Place document) {
        return Operation.in(document)
                .filter(Operation::writes)
                .filter(operation -> operation.place().text("x-standard").isEmpty())
                .filter(operation -> !takes(operation, "Idempotency-Key"))
                .map(operation -> operation + ": takes no Idempotency-Key");
    }

    static Stream<String> listsPageByCursor(Place document) {
        return Operation.in(document)
                .filter(operation -> !operation.writes())
                .filter(operation -> operation.id().startsWith("list") || answersWith(operation, "items"))
                .filter(operation -> !(takes(operation, "limit")
                        && takes(operation, "cursor")
                        && answersWith(operation, "items")
                        && answersWith(operation, "next")))
                .map(operation -> operation + ": is a list that does not page by cursor");
    }

    private static boolean takes(Operation operation, String parameter) {
        return operation.parameters().stream().anyMatch(taken -> taken.name().equals(parameter));
    }

    private static boolean answersWith(Operation operation, String property) {
        return operation
                .response(200)
                .flatMap(response -> content(response, "application/json"))
                .flatMap(content -> content.get("schema").find("properties"))
                .flatMap(properties -> properties.find(property))
                .isPresent();
    }

    static Stream<String> requestsAreStrict(Place document) {
        return Operation.in(document)
                .filter(operation -> operation.place().text("x-standard").isEmpty())
                .filter(operation -> operation
                        .requestBody()
                        .flatMap(body -> content(body, "application/json"))
                        .filter(content -> !isStrict(content.get("schema")))
                        .isPresent())
                .map(operation -> operation + ": takes unknown properties");
    }

    /** Itself, or each of its alternatives. */
    private static boolean isStrict(Place schema) {
        List<Place> alternatives = schema.find("oneOf").stream()
                .flatMap(Place::children)
                .map(Place::followed)
                .toList();
        return alternatives.isEmpty()
                ? schema.find("additionalProperties")
                        .filter(more -> more.node().isBoolean() && !more.node().booleanValue())
                        .isPresent()
                : alternatives.stream().allMatch(OperationRules::isStrict);
    }

    private static Optional<Place> content(Place message, String mediaType) {
        return message.find("content").flatMap(content -> content.find(mediaType));
    }
}
