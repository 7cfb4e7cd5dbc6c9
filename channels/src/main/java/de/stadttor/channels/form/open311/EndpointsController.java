package de.stadttor.channels.form.open311;

import de.stadttor.web.PublicUrl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Where the parts of our Open311 are. Clients look for it beside the version or below it. */
@RestController
final class EndpointsController {

    /** When what is served here last changed in its shape. */
    private static final String CHANGESET = "2026-11-23T00:00:00Z";

    private final GeoReport report;
    private final Open311Settings settings;
    private final PublicUrl publicUrl;

    EndpointsController(GeoReport report, Open311Settings settings, PublicUrl publicUrl) {
        this.report = report;
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/open311/discovery.{format:json|xml}")
    ResponseEntity<byte[]> discoverOpen311(@PathVariable String format) {
        return discover(Format.of(format));
    }

    @GetMapping("/open311/v2/discovery.{format:json|xml}")
    ResponseEntity<byte[]> discoverGeoReport(@PathVariable String format) {
        return discover(Format.of(format));
    }

    private ResponseEntity<byte[]> discover(Format format) {
        ObjectNode discovery = report.node();
        discovery.put("changeset", CHANGESET);
        discovery.put("contact", settings.contact());
        discovery.put("key_service", publicUrl.resolve("/docs?contract=doors"));
        ObjectNode endpoint = discovery.putArray("endpoints").addObject();
        endpoint.put("specification", "http://wiki.open311.org/GeoReport_v2");
        endpoint.put("url", publicUrl.resolve("/open311/v2"));
        endpoint.put("changeset", CHANGESET);
        endpoint.put("type", settings.type());
        endpoint.putArray("formats").add("text/xml").add("application/json");
        return report.answer(HttpStatus.OK, format, "discovery", "", discovery);
    }
}
