package de.stadttor.contract;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The catalogue of problems is the table in the description of the file that defines {@code ProblemType}. */
final class CatalogueRules {

    private static final Pattern ROW = Pattern.compile("\\| `(/problems/[a-z-]+)` \\| ([45]\\d\\d) \\|");

    private CatalogueRules() {}

    static Stream<String> problemsAreListed(Place document) {
        Map<String, Integer> catalogue = catalogue(document.contracts().document("common.yaml"));
        return Stream.concat(typeFaults(document, catalogue), responseFaults(document, catalogue));
    }

    private static Map<String, Integer> catalogue(Place common) {
        Map<String, Integer> catalogue = new TreeMap<>();
        ROW.matcher(common.get("info").text("description"))
                .results()
                .forEach(row -> catalogue.put(row.group(1), Integer.valueOf(row.group(2))));
        return catalogue;
    }

    private static Stream<String> typeFaults(Place document, Map<String, Integer> catalogue) {
        return document
                .find("components")
                .flatMap(components -> components.find("schemas"))
                .flatMap(schemas -> schemas.find("ProblemType"))
                .filter(type -> !new TreeSet<>(texts(type).toList()).equals(catalogue.keySet()))
                .map(type -> type + ": differs from the catalogue, " + catalogue.keySet())
                .stream();
    }

    /** A response that fixes its status and its types: each of these types belongs to that status. */
    private static Stream<String> responseFaults(Place document, Map<String, Integer> catalogue) {
        return Walk.through(document)
                .filter(place -> place.name().equals("properties")
                        && place.node().path("status").has("const"))
                .flatMap(place -> texts(place.get("type"))
                        .filter(type -> !Integer.valueOf(
                                        place.get("status").get("const").node().asInt())
                                .equals(catalogue.get(type)))
                        .map(type -> place + ": " + type + " has another status in the catalogue"));
    }

    /** The values that a schema allows by {@code enum} or {@code const}. */
    private static Stream<String> texts(Place schema) {
        return Stream.concat(schema.find("enum").stream().flatMap(Place::children), schema.find("const").stream())
                .map(value -> value.node().asString());
    }
}
