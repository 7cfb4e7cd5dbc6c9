package de.stadttor.citizenapi;

import de.stadttor.mandates.Mandate;
import de.stadttor.mandates.MandateId;
import de.stadttor.mandates.Representatives;
import de.stadttor.people.Citizen;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.PrincipalView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class MyMandatesController {

    private static final String FILTER = "my mandates";

    private final Representatives representatives;
    private final Cursors cursors;

    MyMandatesController(Representatives representatives, Cursors cursors) {
        this.cursors = cursors;
        this.representatives = representatives;
    }

    @GetMapping("/api/citizen/v1/mandates")
    Mono<Page<MandateView>> listMandates(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Citizen citizen) {
        String after = cursors.open(citizen, FILTER, cursor);
        return Page.of(
                representatives
                        .mandates(citizen)
                        .filter(mandate -> mandate.isAfter(after == null ? null : MandateId.of(after)))
                        .take(limit.oneMore()),
                limit.value(),
                MandateView::of,
                last -> cursors.close(citizen, FILTER, last.id().toString()));
    }

    /** @param until null for no end */
    record MandateView(
            UUID id, PrincipalView principal, @Nullable Instant until) {

        static MandateView of(Mandate mandate) {
            return new MandateView(mandate.id().value(), PrincipalView.of(mandate.principal()), mandate.until());
        }
    }
}
