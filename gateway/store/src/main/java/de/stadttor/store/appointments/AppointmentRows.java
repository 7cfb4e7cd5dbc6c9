package de.stadttor.store.appointments;

import de.stadttor.appointments.Appointment;
import de.stadttor.appointments.AppointmentId;
import de.stadttor.appointments.BookedService;
import de.stadttor.appointments.Contact;
import de.stadttor.appointments.Office;
import de.stadttor.calendar.ScopeId;
import de.stadttor.calendar.Slot;
import de.stadttor.calendar.Slots;
import de.stadttor.people.CitizenId;
import de.stadttor.seals.Sha256;
import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads appointments from rows. */
final class AppointmentRows {

    private AppointmentRows() {}

    static Appointment appointment(Readable row) {
        UUID citizen = row.get("citizen", UUID.class);
        String contact = row.get("contact", String.class);
        return new Appointment(
                new AppointmentId(Columns.uuid(row, "id")),
                number(row, "number"),
                new ScopeId(number(row, "scope")),
                Json.read(Columns.text(row, "office"), Office.class),
                List.of(Json.read(Columns.text(row, "services"), BookedService[].class)),
                first(row),
                number(row, "length"),
                Slots.Share.valueOf(Columns.text(row, "share").toUpperCase(Locale.ROOT)),
                Appointment.State.of(Columns.text(row, "state")),
                Columns.instantOrNull(row, "held_until"),
                Columns.flag(row, "holding"),
                contact == null ? null : Json.read(contact, Contact.class),
                citizen == null ? null : new CitizenId(citizen),
                number(row, "sequence"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "changed_at"));
    }

    static Slot.Key first(Readable row) {
        return new Slot.Key(Columns.instant(row, "at"), number(row, "minutes"));
    }

    static int number(Readable row, String column) {
        return Math.toIntExact(Columns.number(row, column));
    }

    /** Of the address in lower case; null without one. */
    static @Nullable String hash(@Nullable String email) {
        return email == null ? null : Sha256.hex(email.toLowerCase(Locale.ROOT));
    }
}
