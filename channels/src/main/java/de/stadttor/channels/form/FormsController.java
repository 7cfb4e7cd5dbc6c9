package de.stadttor.channels.form;

import de.stadttor.forms.Forms;
import de.stadttor.people.Machine;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
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

@RestController
@RequestMapping("/api/intake/v1/forms")
final class FormsController {

    private static final String FILTER = "forms";
    private static final int MOST_FORMS = 10_000;

    private final Forms forms;
    private final Cursors cursors;

    FormsController(Forms forms, Cursors cursors) {
        this.forms = forms;
        this.cursors = cursors;
    }

    @GetMapping
    Mono<Page<FormView>> listForms(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader HttpHeaders headers,
            Machine machine) {
        String after = cursors.open(machine, FILTER, cursor);
        Language language = Language.of(headers);
        return Page.of(
                forms.current(after, MOST_FORMS)
                        .filter(form -> machine.mayHandIn(form.key()))
                        .take(limit.oneMore()),
                limit.value(),
                form -> FormView.of(form, language),
                last -> cursors.close(machine, FILTER, last.key()));
    }

    @GetMapping("/{form}")
    Mono<FormView> readForm(@PathVariable String form, @RequestHeader HttpHeaders headers, Machine machine) {
        return forms.find(form, null)
                .filter(found -> found.acceptedUntil() == null)
                .filter(found -> machine.mayHandIn(found.key()))
                .map(found -> FormView.of(found, Language.of(headers)))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }
}
