package de.stadttor.saml.response;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON that a provider puts into the status detail. It may come unsigned, from anyone, so it is read within narrow
 * limits and nothing but well-formed attribute names is kept.
 */
final class StatusDetails {

    private static final String MISSING = "IDP_REQUIRED_ATTRIBUTES_MISSING";
    private static final int MOST_NAMES = 20;
    private static final Pattern NAME = Pattern.compile("urn:oid:[0-9.]{1,80}");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(4096)
                            .maxNestingDepth(8)
                            .maxStringLength(2048)
                            .maxNumberLength(20)
                            .maxNameLength(64)
                            .build())
                    .build())
            .build();

    private StatusDetails() {}

    /** Names of the attributes reported as missing; empty if the detail is no such report. */
    static List<String> missingAttributes(@Nullable String detail) {
        if (detail == null) {
            return List.of();
        }
        try {
            return JSON.readTree(detail)
                    .path("errors")
                    .valueStream()
                    .filter(error -> error.path("code").asString("").equals(MISSING))
                    .flatMap(error -> names(error.path("message")))
                    .distinct()
                    .limit(MOST_NAMES)
                    .toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static Stream<String> names(JsonNode message) {
        return NAME.matcher(message.asString("")).results().map(MatchResult::group);
    }
}
