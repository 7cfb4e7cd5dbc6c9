package de.stadttor.channels.form.open311;

import de.stadttor.web.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What all our answers have in common. */
@Component
@EnableConfigurationProperties(Open311Settings.class)
final class GeoReport {

    private final JsonMapper json;
    private final String jurisdiction;

    GeoReport(JsonMapper json, Open311Settings settings, PublicUrl publicUrl) {
        this.json = json;
        SparkXml.write("loaded", "", json.createObjectNode()); // its classes come from files, which no event loop reads
        this.jurisdiction = settings.jurisdiction().isBlank() ? publicUrl.host() : settings.jurisdiction();
    }

    /** @param named an empty one counts as none */
    void refuseOthers(@Nullable String named) {
        if (named != null && !named.isEmpty() && !named.equalsIgnoreCase(jurisdiction)) {
            throw new GeoReportError(HttpStatus.NOT_FOUND, "jurisdiction-unknown", "");
        }
    }

    ObjectNode node() {
        return json.createObjectNode();
    }

    ArrayNode nodes() {
        return json.createArrayNode();
    }

    /** @param item name of each item in XML, if {@code value} is a list */
    ResponseEntity<byte[]> answer(HttpStatus status, Format format, String root, String item, JsonNode value) {
        byte[] body = switch (format) {
            case XML -> SparkXml.write(root, item, value);
            case JSON -> json.writeValueAsBytes(value);
        };
        return ResponseEntity.status(status)
                .contentType(format.type())
                .cacheControl(CacheControl.noCache())
                .body(body);
    }
}
