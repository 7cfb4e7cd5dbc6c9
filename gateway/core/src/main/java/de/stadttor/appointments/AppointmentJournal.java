package de.stadttor.appointments;

import de.stadttor.events.EventLog;
import de.stadttor.events.Fact;
import de.stadttor.events.Ids;
import de.stadttor.outbox.Outbox;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.ticketing.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Writes what happened to an appointment into its stream, and with it what must be told. */
public final class AppointmentJournal {

    private final EventLog log;
    private final Outbox outbox;
    private final Ids ids;

    public AppointmentJournal(EventLog log, Outbox outbox, Ids ids) {
        this.log = log;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** @param what past tense, such as {@code confirmed} */
    Mono<Void> record(Appointment appointment, String what) {
        return log.append(fact(appointment, what)).then();
    }

    /** The same with a mail, if an address was given. */
    Mono<Void> tell(Appointment appointment, String what, Kind kind) {
        Contact contact = appointment.contact();
        String email = contact == null ? null : contact.email();
        return email == null
                ? record(appointment, what)
                : log.append(fact(appointment, what))
                        .flatMap(event -> outbox.put(new OutboxItem(
                                ids.next(),
                                kind,
                                new Recipient.OfAddress(email),
                                new TicketId(appointment.id().value()),
                                event.seq(),
                                event.at())));
    }

    private static Fact fact(Appointment appointment, String what) {
        return new Fact(
                appointment.id().stream(),
                "appointment-" + what,
                Map.of(
                        "scope",
                        appointment.scope().toString(),
                        "at",
                        appointment.first().at().toString()),
                List.of(),
                Set.of());
    }
}
