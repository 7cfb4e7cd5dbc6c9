package de.stadttor.desk;

import de.stadttor.people.Caseworker;
import de.stadttor.shapes.FormMapping;
import de.stadttor.shapes.FormMapping.Kind;
import de.stadttor.shapes.MappingAdministration;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.Received;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How documents of other shapes become submissions. */
@RestController
@RequestMapping("/api/desk/v1/form-mappings")
final class FormMappingsController {

    private static final String FILTER = "form mappings";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private final MappingAdministration mappings;
    private final Cursors cursors;

    FormMappingsController(MappingAdministration mappings, Cursors cursors) {
        this.mappings = mappings;
        this.cursors = cursors;
    }

    @GetMapping
    Mono<Page<FormMappingView>> listFormMappings(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        return Page.of(
                mappings.list(caseworker, cursors.open(caseworker, FILTER, cursor), limit.oneMore()),
                limit.value(),
                FormMappingView::of,
                last -> cursors.close(caseworker, FILTER, last.name()));
    }

    @GetMapping("/{name}")
    Mono<ResponseEntity<FormMappingView>> readFormMapping(@PathVariable String name, Caseworker caseworker) {
        return mappings.read(caseworker, name).map(FormMappingsController::answer);
    }

    /** Without {@code If-Match} it must be new. */
    @PutMapping("/{name}")
    Mono<ResponseEntity<FormMappingView>> decideFormMapping(
            @PathVariable String name,
            @Contract("doors.yaml#FormMappingData") Received<FormMappingData> data,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        if (!NAME.matcher(name).matches()) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "name");
        }
        Long version = IfMatch.versionOrNull(ifMatch);
        return mappings.decide(caseworker, version, data.value().mapping(name)).map(FormMappingsController::answer);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> removeFormMapping(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        return mappings.remove(caseworker, name, IfMatch.version(ifMatch));
    }

    private static ResponseEntity<FormMappingView> answer(FormMapping mapping) {
        return ResponseEntity.ok().eTag("\"" + mapping.version() + "\"").body(FormMappingView.of(mapping));
    }

    record FormMappingData(
            String kind,
            String document,
            String form,
            @Nullable Integer formVersion,
            String rules) {

        FormMapping mapping(String name) {
            return new FormMapping(name, Kind.of(kind), document, form, formVersion, rules, 1);
        }
    }

    record FormMappingView(
            String name,
            String kind,
            String document,
            String form,
            @Nullable Integer formVersion,
            String rules,
            long version) {

        static FormMappingView of(FormMapping mapping) {
            return new FormMappingView(
                    mapping.name(),
                    mapping.kind().code(),
                    mapping.document(),
                    mapping.form(),
                    mapping.formVersion(),
                    mapping.rules(),
                    mapping.version());
        }
    }
}
