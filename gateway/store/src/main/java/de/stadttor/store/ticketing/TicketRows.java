package de.stadttor.store.ticketing;

import static de.stadttor.store.Columns.flag;
import static de.stadttor.store.Columns.instant;
import static de.stadttor.store.Columns.instantOrNull;
import static de.stadttor.store.Columns.nullable;
import static de.stadttor.store.Columns.number;
import static de.stadttor.store.Columns.text;
import static de.stadttor.store.Columns.utc;
import static de.stadttor.store.Columns.uuid;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Contact;
import de.stadttor.ticketing.FieldValue;
import de.stadttor.ticketing.Origin;
import de.stadttor.ticketing.Priority;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketNumber;
import de.stadttor.ticketing.TicketState;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** The one class that knows the columns of a ticket. */
final class TicketRows {

    static final String COLUMNS = """
        id, number, subject, queue, state, priority, assignee, required_level, channel, form, form_version, language,
        given_level, fields, contact_name, contact_email, anonymous, custom_fields, needs_attention, possibly_related,
        created_at, updated_at, closed_at, version, search\
        """;

    private TicketRows() {}

    static Ticket ticket(Readable row) {
        UUID related = row.get("possibly_related", UUID.class);
        return new Ticket(
                new TicketId(uuid(row, "id")),
                TicketNumber.of(text(row, "number")),
                text(row, "subject"),
                text(row, "queue"),
                TicketState.of(text(row, "state")),
                Priority.of(text(row, "priority")),
                row.get("assignee", String.class),
                AssuranceLevel.of(text(row, "required_level")),
                origin(row),
                new Contact(
                        row.get("contact_name", String.class),
                        row.get("contact_email", String.class),
                        flag(row, "anonymous")),
                FieldValues.read(text(row, "custom_fields")),
                flag(row, "needs_attention"),
                related == null ? null : new TicketId(related),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                instantOrNull(row, "closed_at"),
                number(row, "version"));
    }

    private static Origin origin(Readable row) {
        return new Origin(
                Channel.of(text(row, "channel")),
                form(row.get("form", String.class), row.get("form_version", Integer.class)),
                text(row, "language"),
                AssuranceLevel.of(text(row, "given_level")),
                row.get("fields", String.class));
    }

    private static Origin.@Nullable FormReference form(@Nullable String key, @Nullable Integer version) {
        return key == null ? null : new Origin.FormReference(key, Objects.requireNonNull(version));
    }

    /** A new row, in the order of {@link #COLUMNS}. */
    static Object[] row(Ticket ticket) {
        Origin origin = ticket.origin();
        Origin.FormReference form = origin.form();
        return new Object[] {
            ticket.id().value(),
            ticket.number().toString(),
            ticket.subject(),
            ticket.queue(),
            ticket.state().code(),
            ticket.priority().code(),
            nullable(ticket.assignee(), String.class),
            ticket.requiredLevel().code(),
            origin.channel().code(),
            nullable(form == null ? null : form.key(), String.class),
            nullable(form == null ? null : form.version(), Integer.class),
            origin.language(),
            origin.level().code(),
            nullable(origin.fields(), String.class),
            nullable(ticket.contact().name(), String.class),
            nullable(ticket.contact().email(), String.class),
            ticket.contact().anonymous(),
            FieldValues.write(ticket.customFields()),
            ticket.needsAttention(),
            related(ticket),
            utc(ticket.createdAt()),
            utc(ticket.updatedAt()),
            closed(ticket),
            ticket.version(),
            search(ticket)
        };
    }

    private static Parameter closed(Ticket ticket) {
        Instant at = ticket.closedAt();
        return nullable(at == null ? null : utc(at), LocalDateTime.class);
    }

    /** Binds what changes. */
    static GenericExecuteSpec bindState(GenericExecuteSpec statement, Ticket ticket) {
        return statement
                .bind("id", ticket.id().value())
                .bind("subject", ticket.subject())
                .bind("queue", ticket.queue())
                .bind("state", ticket.state().code())
                .bind("priority", ticket.priority().code())
                .bind("assignee", nullable(ticket.assignee(), String.class))
                .bind("required", ticket.requiredLevel().code())
                .bind("customFields", FieldValues.write(ticket.customFields()))
                .bind("attention", ticket.needsAttention())
                .bind("related", related(ticket))
                .bind("updated", utc(ticket.updatedAt()))
                .bind("closed", closed(ticket))
                .bind("version", ticket.version())
                .bind("search", search(ticket));
    }

    private static Parameter related(Ticket ticket) {
        TicketId related = ticket.possiblyRelated();
        return nullable(related == null ? null : related.value(), UUID.class);
    }

    private static String search(Ticket ticket) {
        return Stream.concat(
                        Stream.of(
                                ticket.subject(),
                                Objects.requireNonNullElse(ticket.contact().name(), ""),
                                Objects.requireNonNullElse(ticket.contact().email(), "")),
                        ticket.customFields().values().stream().map(FieldValue::shown))
                .collect(Collectors.joining("\n"));
    }
}
