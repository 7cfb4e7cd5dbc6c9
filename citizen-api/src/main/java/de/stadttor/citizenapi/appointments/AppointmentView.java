package de.stadttor.citizenapi.appointments;

import de.stadttor.appointments.Appointment;
import de.stadttor.appointments.BookedService;
import de.stadttor.appointments.Contact;
import de.stadttor.appointments.Office;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment as whoever has a right to it sees it. */
record AppointmentView(
        UUID id,
        String number,
        String state,
        OfficeView office,
        List<ServiceView> services,
        Instant at,
        Instant endsAt,
        @Nullable Instant heldUntil,
        @Nullable ContactView contact,
        int sequence) {

    /** @param now decides whether a hold is over */
    static AppointmentView of(Appointment appointment, Instant now) {
        Contact contact = appointment.contact();
        return new AppointmentView(
                appointment.id().value(),
                Integer.toString(appointment.number()),
                appointment.stateAt(now).code(),
                OfficeView.of(appointment.office()),
                appointment.services().stream().map(ServiceView::of).toList(),
                appointment.first().at(),
                appointment.end(),
                appointment.until(),
                contact == null ? null : ContactView.of(contact),
                appointment.sequence());
    }

    record OfficeView(int id, String name, String address) {

        static OfficeView of(Office office) {
            return new OfficeView(
                    office.id().value(), office.name(), office.address().line());
        }
    }

    record ServiceView(int id, String name, int quantity) {

        static ServiceView of(BookedService service) {
            return new ServiceView(service.id().value(), service.name(), service.quantity());
        }
    }

    record ContactView(
            String name, @Nullable String email, @Nullable String phone, String note) {

        static ContactView of(Contact contact) {
            return new ContactView(contact.name(), contact.email(), contact.phone(), contact.note());
        }
    }
}
