package de.stadttor.desk.forms;

import de.stadttor.forms.FormAdministration;
import de.stadttor.people.Caseworker;
import de.stadttor.web.Cursors;
import de.stadttor.web.Language;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The versions of a form, which stay for ever: tickets refer to them. */
@RestController
@RequestMapping("/api/desk/v1/forms/{form}/versions")
final class FormVersionsController {

    private final FormAdministration forms;
    private final Cursors cursors;

    FormVersionsController(FormAdministration forms, Cursors cursors) {
        this.forms = forms;
        this.cursors = cursors;
    }

    @GetMapping
    Mono<Page<FormItem>> listFormVersions(
            @PathVariable String form,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader HttpHeaders headers,
            Caseworker caseworker) {
        String filter = "form-versions/" + form;
        String below = cursors.open(caseworker, filter, cursor);
        Language language = Language.of(headers);
        return Page.of(
                forms.versions(caseworker, form, below == null ? null : Integer.valueOf(below), limit.oneMore()),
                limit.value(),
                edition -> FormItem.of(edition, language),
                last -> cursors.close(
                        caseworker, filter, Integer.toString(last.form().version())));
    }

    @GetMapping("/{version}")
    Mono<FormVersionView> readFormVersion(@PathVariable String form, @PathVariable int version, Caseworker caseworker) {
        return forms.read(caseworker, form, version).map(FormVersionView::of);
    }
}
