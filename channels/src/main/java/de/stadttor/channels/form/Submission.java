package de.stadttor.channels.form;

import de.stadttor.people.AssuranceLevel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A submission as it stands in the contract; everything but form and id may be missing. */
public record Submission(
        String form,
        @Nullable Integer formVersion,
        String submissionId,
        @Nullable Sender citizen,
        @Nullable String assuranceLevel,
        @Nullable String language,
        @Nullable JsonNode fields,
        @Nullable String text) {

    AssuranceLevel level() {
        return assuranceLevel == null ? AssuranceLevel.BASIC : AssuranceLevel.of(assuranceLevel);
    }

    String languageOrGerman() {
        return Objects.requireNonNullElse(language, "de");
    }

    JsonNode fieldsOrNone() {
        return fields == null || fields.isNull() ? JsonNodeFactory.instance.objectNode() : fields;
    }

    Sender sender() {
        return citizen == null ? new Sender(null, null, null) : citizen;
    }

    /** Name and address are claims; only an identity proves anything. */
    public record Sender(
            @Nullable String name,
            @Nullable String email,
            @Nullable GivenIdentity identity) {}

    /** Either {@code bpk2} and {@code spHost}, or {@code sub}; the contract sees to it. */
    public record GivenIdentity(
            String scheme,
            @Nullable String bpk2,
            @Nullable String spHost,
            @Nullable String sub) {}
}
