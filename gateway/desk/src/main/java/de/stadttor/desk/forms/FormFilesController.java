package de.stadttor.desk.forms;

import de.stadttor.desk.forms.Differences.Difference;
import de.stadttor.forms.Edition;
import de.stadttor.forms.Form;
import de.stadttor.forms.FormAdministration;
import de.stadttor.forms.Revision;
import de.stadttor.people.Caseworker;
import de.stadttor.web.Contract;
import de.stadttor.web.Received;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Forms as files, which go from one installation to another. */
@RestController
@RequestMapping("/api/desk/v1")
final class FormFilesController {

    private final FormAdministration forms;

    FormFilesController(FormAdministration forms) {
        this.forms = forms;
    }

    @GetMapping("/forms/{form}/export")
    Mono<ResponseEntity<FormExport>> exportForm(@PathVariable String form, Caseworker caseworker) {
        return forms.read(caseworker, form, null)
                .map(edition -> ResponseEntity.ok()
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(edition.form().key() + ".json")
                                        .build()
                                        .toString())
                        .body(FormExport.of(edition.form())));
    }

    /** Without {@code If-Match} the form must be new, unless nothing is to be saved. */
    @PostMapping("/form-imports")
    Mono<ResponseEntity<FormImport>> importForm(
            @Contract("desk.yaml#FormExport") Received<FormExport> file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = OlderAccepted.DEFAULT) OlderAccepted olderAcceptedDays,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        Form proposed = file.value().proposed();
        Mono<Revision> revision = dryRun
                ? forms.preview(caseworker, proposed)
                : forms.save(caseworker, proposed, Seen.version(ifMatch), olderAcceptedDays.duration());
        return revision.map(done -> answer(done, dryRun));
    }

    /** The tag is that of what is there now: a dry run's serves the import that follows it. */
    private static ResponseEntity<FormImport> answer(Revision revision, boolean dryRun) {
        Edition before = revision.before();
        Edition now = dryRun && before != null ? before : revision.next();
        return ResponseEntity.ok().eTag(Seen.tag(now)).body(FormImport.of(revision, dryRun));
    }

    record FormExport(String form, FormDefinition definition) {

        static FormExport of(Form form) {
            return new FormExport(form.key(), FormDefinition.of(form));
        }

        Form proposed() {
            return definition.form(form);
        }
    }

    /** @param before newest version that there was; null for a new form */
    record FormImport(String form, boolean dryRun, @Nullable Integer before, int version, List<Difference> changes) {

        static FormImport of(Revision revision, boolean dryRun) {
            Edition before = revision.before();
            Form next = revision.next().form();
            return new FormImport(
                    next.key(),
                    dryRun,
                    before == null ? null : before.form().version(),
                    next.version(),
                    Differences.between(
                            before == null ? null : FormDefinition.of(before.form()), FormDefinition.of(next)));
        }
    }
}
