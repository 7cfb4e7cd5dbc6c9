package de.stadttor.web.bodies;

import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.seals.Sha256;
import de.stadttor.web.BadRequest;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as a careful clerk would: nothing twice, nothing after the end, nothing deeper than a form can be. */
public final class StrictJson {

    private static final int DEEPEST = 60;

    /**
     * 2^63: the checker of schemas takes numbers with an exponent or a fraction for 64-bit ones, and fails on others.
     */
    private static final double FIRST_UNFIT = 0x1p63;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StrictJson() {}

    /** @throws BadRequest when it is no JSON, or no UTF-8 */
    public static JsonNode read(byte[] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            if (node == null || node.isMissingNode()) {
                throw new BadRequest(BadRequest.Reason.JSON, "body");
            }
            return node;
        } catch (JacksonException e) {
            throw new BadRequest(BadRequest.Reason.JSON, "body");
        }
    }

    public static <T> T as(JsonNode node, Class<T> type) {
        return MAPPER.treeToValue(node, type);
    }

    /** SHA-256 of the content with its properties sorted: equal for equal content. */
    public static String fingerprint(JsonNode node) {
        return Sha256.hex(MAPPER.writeValueAsString(node));
    }

    /**
     * Where a text holds what no text should, NUL or half of a surrogate pair, which no UTF-8 can carry on; and where a
     * number is beyond what a schema can be checked with.
     */
    public static List<Fault> unfit(JsonNode node) {
        List<Fault> faults = new ArrayList<>();
        collectUnfit(node, "", faults);
        return faults;
    }

    private static void collectUnfit(JsonNode node, String pointer, List<Fault> faults) {
        if (node.isString() && isUnfit(node.stringValue())) {
            faults.add(new Fault(pointer, "characters", ""));
        }
        if (node.isFloatingPointNumber() && Math.abs(node.doubleValue()) >= FIRST_UNFIT) {
            faults.add(new Fault(pointer, "range", ""));
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collectUnfit(node.get(i), pointer + "/" + i, faults);
            }
        }
        node.properties().forEach(property -> {
            if (isUnfit(property.getKey())) {
                faults.add(new Fault(pointer, "characters", ""));
            } else {
                collectUnfit(property.getValue(), pointer + "/" + escape(property.getKey()), faults);
            }
        });
    }

    private static boolean isUnfit(String text) {
        return text.codePoints().anyMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }

    /** RFC 6901, section 3. */
    static String escape(String property) {
        return property.replace("~", "~0").replace("/", "~1");
    }
}
