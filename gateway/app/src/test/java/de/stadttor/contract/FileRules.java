package de.stadttor.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for a file as a whole. */
final class FileRules {

    private static final Schema OPEN_API = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("classpath:oas-3.1/schema.json"));

    private FileRules() {}

    static Stream<String> isOpenApi(Place document) {
        if (isAsyncApi(document)) {
            return document.text("asyncapi").equals("3.0.0")
                    ? Stream.empty()
                    : Stream.of(document.file() + ": is of another version of AsyncAPI than 3.0.0");
        }
        return OPEN_API.validate(document.node()).stream().map(error -> document.file() + "#" + error);
    }

    /** What goes over WebSockets is described by that. */
    private static boolean isAsyncApi(Place document) {
        return document.node().has("asyncapi");
    }

    static Stream<String> referencesLeadSomewhere(Place document) {
        return references(document).flatMap(FileRules::broken);
    }

    private static Stream<String> broken(Place reference) {
        try {
            reference.followed();
            return Stream.empty();
        } catch (ContractViolation dangling) {
            return Stream.of(reference + ": " + dangling.getMessage());
        }
    }

    static Stream<String> componentsAreUsed(Place document) {
        Set<String> used = document.contracts()
                .documents()
                .flatMap(FileRules::references)
                .map(FileRules::target)
                .collect(Collectors.toSet());
        return document.find("components").stream()
                .flatMap(Place::children)
                .filter(kind -> !kind.name().equals("securitySchemes"))
                .flatMap(Place::children)
                .map(Place::toString)
                .filter(component -> !used.contains(component))
                .map(component -> component + ": is used nowhere");
    }

    static Stream<String> saysWhoMayCall(Place document) {
        return document.contracts().operations().stream()
                .filter(operation -> operation.place().file().equals(document.file()))
                .filter(operation -> operation.place().find("security").isEmpty())
                .filter(_ -> document.find("security").isEmpty())
                .map(operation -> operation + ": does not say who may call it");
    }

    private static Stream<Place> references(Place document) {
        return Walk.everything(document)
                .filter(place -> place.node().path("$ref").isString());
    }

    private static String target(Place reference) {
        String text = reference.node().path("$ref").asString();
        return text.startsWith("#") ? reference.file() + text : text;
    }
}
