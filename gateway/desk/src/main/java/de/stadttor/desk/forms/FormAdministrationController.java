package de.stadttor.desk.forms;

import de.stadttor.desk.IfMatch;
import de.stadttor.forms.Edition;
import de.stadttor.forms.Form;
import de.stadttor.forms.FormAdministration;
import de.stadttor.forms.Revision;
import de.stadttor.people.Caseworker;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.Language;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.Received;
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

/** What citizens can submit. */
@RestController
@RequestMapping("/api/desk/v1/forms")
final class FormAdministrationController {

    private static final String FILTER = "desk-forms";

    private final FormAdministration forms;
    private final Cursors cursors;

    FormAdministrationController(FormAdministration forms, Cursors cursors) {
        this.forms = forms;
        this.cursors = cursors;
    }

    @GetMapping
    Mono<Page<FormItem>> listForms(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader HttpHeaders headers,
            Caseworker caseworker) {
        Language language = Language.of(headers);
        return Page.of(
                forms.list(caseworker, cursors.open(caseworker, FILTER, cursor), limit.oneMore()),
                limit.value(),
                edition -> FormItem.of(edition, language),
                last -> cursors.close(caseworker, FILTER, last.form().key()));
    }

    @GetMapping("/{form}")
    Mono<ResponseEntity<FormVersionView>> readForm(@PathVariable String form, Caseworker caseworker) {
        return forms.read(caseworker, form, null).map(FormAdministrationController::answer);
    }

    /** Without {@code If-Match} it must be new. */
    @PutMapping("/{form}")
    Mono<ResponseEntity<FormVersionView>> saveForm(
            @PathVariable String form,
            @Contract("desk.yaml#FormDefinition") Received<FormDefinition> definition,
            @RequestParam(defaultValue = OlderAccepted.DEFAULT) OlderAccepted olderAcceptedDays,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        Form proposed = definition.value().form(FormName.of(form));
        return forms.save(caseworker, proposed, Seen.version(ifMatch), olderAcceptedDays.duration())
                .map(Revision::next)
                .map(FormAdministrationController::answer);
    }

    @PutMapping("/{form}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> withdrawForm(
            @PathVariable String form,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        return forms.withdraw(caseworker, form, IfMatch.version(ifMatch));
    }

    @DeleteMapping("/{form}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> offerFormAgain(
            @PathVariable String form,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        return forms.offerAgain(caseworker, form, IfMatch.version(ifMatch));
    }

    private static ResponseEntity<FormVersionView> answer(Edition edition) {
        return ResponseEntity.ok().eTag(Seen.tag(edition)).body(FormVersionView.of(edition));
    }
}
