package de.stadttor.channels.form;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadttor.intake.Quarantine;
import de.stadttor.people.Machine;
import de.stadttor.privacy.Audit;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.bodies.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What was refused at the door, for those who look after it. Every look is on record. */
@RestController
@RequestMapping("/api/intake/v1/quarantine")
final class QuarantineController {

    private static final String KIND = "quarantine";

    private final Quarantine quarantine;
    private final Audit audit;
    private final Cursors cursors;

    QuarantineController(Quarantine quarantine, Audit audit, Cursors cursors) {
        this.quarantine = quarantine;
        this.audit = audit;
        this.cursors = cursors;
    }

    @GetMapping
    Mono<Page<EntryView>> listQuarantine(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Machine client) {
        refuseOthers(client);
        String before = cursors.open(client, KIND, cursor);
        return audit.read(client, Audit.Subject.list(KIND))
                .then(Page.of(
                        quarantine.list(before == null ? null : UUID.fromString(before), limit.oneMore()),
                        limit.value(),
                        EntryView::of,
                        last -> cursors.close(client, KIND, last.id().toString())));
    }

    @GetMapping("/{id}")
    Mono<Quarantined> readQuarantined(@PathVariable UUID id, Machine client) {
        refuseOthers(client);
        return audit.read(client, Audit.Subject.of(KIND, id))
                .then(quarantine.find(id))
                .map(Quarantined::of)
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }

    private static void refuseOthers(Machine client) {
        if (!client.may(Machine.Right.INTAKE_ADMIN)) {
            throw new Refused(new Refusal.NotAllowed());
        }
    }

    private static JsonNode reason(Quarantine.Entry entry) {
        return StrictJson.read(entry.reason().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable UUID ticket(Quarantine.Entry entry) {
        TicketId ticket = entry.closedBy();
        return ticket == null ? null : ticket.value();
    }

    record EntryView(
            UUID id,
            String client,
            @Nullable String idempotencyKey,
            @Nullable String form,
            Instant receivedAt,
            Instant expiresAt,
            JsonNode reason,
            @Nullable UUID closedByTicket) {

        static EntryView of(Quarantine.Entry entry) {
            return new EntryView(
                    entry.id(),
                    entry.client(),
                    entry.idempotencyKey(),
                    entry.form(),
                    entry.receivedAt(),
                    entry.expiresAt(),
                    QuarantineController.reason(entry),
                    ticket(entry));
        }
    }

    record Quarantined(@JsonUnwrapped EntryView entry, String body) {

        static Quarantined of(Quarantine.Entry entry) {
            return new Quarantined(EntryView.of(entry), entry.body());
        }
    }
}
