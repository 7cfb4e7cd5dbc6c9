package de.stadttor.channels.form.shapes;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.seals.Sha256;
import de.stadttor.shapes.FormMapping;
import de.stadttor.shapes.FormMappings;
import de.stadttor.web.BadRequest;
import de.stadttor.web.bodies.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From a document of another shape to the JSON of a submission, by the mapping that an administrator declared for it.
 */
@Component
public final class OtherShapes {

    private static final String SCHEMA = "schemaUri";
    private static final String DATA = "data";

    private final FormMappings mappings;
    private final ReadyRules rules;

    OtherShapes(FormMappings mappings, ReadyRules rules) {
        this.mappings = mappings;
        this.rules = rules;
    }

    /** Whether a JSON object names the schema of its data; only such a one is of another shape. */
    public static boolean namesSchema(byte[] json) {
        try {
            return StrictJson.read(json).has(SCHEMA);
        } catch (BadRequest e) {
            return false;
        }
    }

    /** Refused for a root that nobody declared. Without an id of its own, its content is what it is known by. */
    public Mono<byte[]> ofXml(byte[] document) {
        return Mono.fromCallable(() -> XmlDocument.root(document))
                .flatMap(root -> mapping(root, true, "", "unknown-root"))
                .flatMap(mapping -> rules.follow(mapping, document).map(json -> submission(mapping, json, document)));
    }

    /** Refused for a schema that nobody declared: another version of it has another address. */
    public Mono<byte[]> ofData(byte[] document) {
        return Mono.fromCallable(() -> StrictJson.read(document))
                .flatMap(node -> mapping(node.path(SCHEMA).asString(""), false, "/" + SCHEMA, "unknown-schema")
                        .map(mapping -> completed(mapping, unwrapped(node), document)));
    }

    private Mono<FormMapping> mapping(String document, boolean xml, String pointer, String code) {
        return mappings.ofDocument(document)
                .filter(mapping -> mapping.kind().isXml() == xml)
                .switchIfEmpty(Mono.error(() -> new Refused(Refusal.Invalid.at(pointer, code))));
    }

    private static byte[] submission(FormMapping mapping, byte[] json, byte[] document) {
        try {
            if (StrictJson.read(json) instanceof ObjectNode submission) {
                return completed(mapping, submission, document);
            }
        } catch (BadRequest e) {
            // Rules that make no JSON of it do not go with the document.
        }
        throw MappingFailure.failed();
    }

    /** What the mapping declares does not depend on the document. */
    private static byte[] completed(FormMapping mapping, ObjectNode submission, byte[] document) {
        submission.put("form", mapping.form());
        putVersion(submission, mapping.formVersion());
        if (!submission.has("submissionId")) {
            submission.put("submissionId", HexFormat.of().formatHex(Sha256.of(document)));
        }
        return submission.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void putVersion(ObjectNode submission, @Nullable Integer version) {
        submission.remove("formVersion");
        if (version != null) {
            submission.put("formVersion", version);
        }
    }

    private static ObjectNode unwrapped(JsonNode wrapped) {
        if (!(wrapped instanceof ObjectNode submission) || !(submission.path(DATA) instanceof ObjectNode data)) {
            throw new Refused(Refusal.Invalid.at("/" + DATA, "required"));
        }
        submission.remove(Map.of(SCHEMA, "", DATA, "").keySet());
        submission.set("fields", data);
        return submission;
    }
}
