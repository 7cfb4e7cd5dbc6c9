package de.stadttor.channels.form.open311;

import de.stadttor.civic.CivicService;
import de.stadttor.civic.PublicRequests;
import de.stadttor.forms.Form;
import de.stadttor.forms.Forms;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.web.Language;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be requested. */
@RestController
@RequestMapping("/open311/v2")
final class CivicServicesController {

    private final PublicRequests requests;
    private final Forms forms;
    private final GeoReport report;
    private final Clock clock;

    CivicServicesController(PublicRequests requests, Forms forms, GeoReport report, Clock clock) {
        this.requests = requests;
        this.forms = forms;
        this.report = report;
        this.clock = clock;
    }

    @GetMapping("/services.{format:json|xml}")
    Mono<ResponseEntity<byte[]>> readServices(
            @PathVariable String format,
            @RequestParam(name = "jurisdiction_id", required = false) @Nullable String jurisdiction,
            @RequestHeader HttpHeaders headers) {
        report.refuseOthers(jurisdiction);
        Language language = Language.of(headers);
        return requests.services()
                .concatMap(service -> offered(service).map(form -> view(service, form, language)))
                .collect(report::nodes, ArrayNode::add)
                .map(services -> report.answer(HttpStatus.OK, Format.of(format), "services", "service", services));
    }

    @GetMapping("/services/{code}.{format:json|xml}")
    Mono<ResponseEntity<byte[]>> readServiceDefinition(
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam(name = "jurisdiction_id", required = false) @Nullable String jurisdiction) {
        report.refuseOthers(jurisdiction);
        return requests.service(code)
                .flatMap(service -> offered(service).map(form -> Attribute.of(form, service.placing())))
                .filter(attributes -> !attributes.isEmpty())
                .map(attributes -> report.answer(
                        HttpStatus.OK, Format.of(format), "service_definition", "", definition(code, attributes)))
                .switchIfEmpty(
                        Mono.error(() -> new GeoReportError(HttpStatus.NOT_FOUND, "service-unknown", "service_code")));
    }

    /** Empty for a form that was withdrawn, or takes a login by now: whoever filled it in would be refused. */
    private Mono<Form> offered(CivicService service) {
        return forms.find(service.form(), null)
                .filter(form -> form.accepts(clock.instant()) && form.submitLevel() == AssuranceLevel.BASIC);
    }

    private ObjectNode view(CivicService service, Form form, Language language) {
        ObjectNode view = report.node();
        view.put("service_code", service.code());
        view.put("service_name", form.texts(language.code()).title());
        view.put("description", service.description(language.code()));
        view.put("metadata", !Attribute.of(form, service.placing()).isEmpty());
        view.put("type", service.kind().code());
        view.put("keywords", String.join(",", service.keywords()));
        view.put("group", service.group());
        return view;
    }

    private ObjectNode definition(String code, List<Attribute> attributes) {
        ObjectNode definition = report.node();
        definition.put("service_code", code);
        ArrayNode list = definition.putArray("attributes");
        attributes.forEach(attribute -> {
            ObjectNode view = list.addObject();
            view.put("variable", true);
            view.put("code", attribute.code());
            view.put("datatype", attribute.kind().datatype());
            view.put("required", attribute.required());
            view.put("datatype_description", attribute.help());
            view.put("order", attribute.order());
            view.put("description", attribute.label());
            ArrayNode values = view.putArray("values");
            attribute
                    .options()
                    .forEach(option ->
                            values.addObject().put("key", option.key()).put("name", option.name()));
        });
        return definition;
    }
}
