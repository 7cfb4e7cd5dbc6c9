package de.stadttor.desk;

import de.stadttor.mandates.Mandate;
import de.stadttor.mandates.MandateId;
import de.stadttor.mandates.RecordedMandates;
import de.stadttor.mandates.RecordedMandates.Whom;
import de.stadttor.people.Caseworker;
import de.stadttor.people.CitizenId;
import de.stadttor.people.Principal;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.PrincipalView;
import de.stadttor.web.Received;
import de.stadttor.web.Repeats;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/desk/v1/tickets/{id}/mandates")
final class TicketMandatesController {

    private final RecordedMandates mandates;
    private final Cursors cursors;

    TicketMandatesController(RecordedMandates mandates, Cursors cursors) {
        this.cursors = cursors;
        this.mandates = mandates;
    }

    @GetMapping
    Mono<Page<MandateView>> listMandates(
            @PathVariable TicketId id,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        String filter = "mandates of " + id;
        String after = cursors.open(caseworker, filter, cursor);
        return Page.of(
                mandates.list(caseworker, id)
                        .filter(mandate -> mandate.isAfter(after == null ? null : MandateId.of(after)))
                        .take(limit.oneMore()),
                limit.value(),
                MandateView::of,
                last -> cursors.close(caseworker, filter, last.id().toString()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<MandateView> recordMandate(
            @PathVariable TicketId id,
            @Contract("desk.yaml#NewMandate") Received<NewMandate> mandate,
            Caseworker caseworker,
            ServerWebExchange exchange) {
        var key = Repeats.key(exchange.getRequest(), caseworker, "mandate of " + id, mandate.fingerprint());
        var value = mandate.value();
        return mandates.record(caseworker, id, value.principal().whom(), value.until(), key)
                .doOnNext(recorded -> Repeats.mark(exchange.getResponse(), recorded.repeated()))
                .map(recorded -> MandateView.of(recorded.value()));
    }

    @DeleteMapping("/{mandateId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revokeMandate(@PathVariable TicketId id, @PathVariable MandateId mandateId, Caseworker caseworker) {
        return mandates.revoke(caseworker, id, mandateId);
    }

    /** @param until when it ends by itself; null for never */
    record NewMandate(NewPrincipal principal, @Nullable Instant until) {}

    /** Either the id of one that is known, or kind and name of a new one. */
    record NewPrincipal(
            @Nullable UUID id,
            @Nullable String kind,
            @Nullable String name) {

        Whom whom() {
            return id == null
                    ? new Whom.New(
                            Principal.Kind.of(Objects.requireNonNull(kind)),
                            Objects.requireNonNull(name).strip())
                    : new Whom.Known(new CitizenId(id));
        }
    }

    record MandateView(
            UUID id,
            String representative,
            PrincipalView principal,
            String recordedBy,
            Instant recordedAt,
            @Nullable Instant until,
            @Nullable Instant revokedAt) {

        static MandateView of(Mandate mandate) {
            return new MandateView(
                    mandate.id().value(),
                    mandate.representativeName(),
                    PrincipalView.of(mandate.principal()),
                    mandate.recordedBy(),
                    mandate.recordedAt(),
                    mandate.until(),
                    mandate.revokedAt());
        }
    }
}
