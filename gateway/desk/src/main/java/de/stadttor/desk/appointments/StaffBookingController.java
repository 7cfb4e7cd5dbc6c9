package de.stadttor.desk.appointments;

import de.stadttor.appointments.Appointment;
import de.stadttor.appointments.Contact;
import de.stadttor.appointments.OfficeId;
import de.stadttor.appointments.Reserving;
import de.stadttor.appointments.ServiceId;
import de.stadttor.appointments.Wish;
import de.stadttor.people.Caseworker;
import de.stadttor.web.Contract;
import de.stadttor.web.Received;
import de.stadttor.web.Repeats;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Appointments that staff make for somebody on the phone or at the counter. */
@RestController
final class StaffBookingController {

    private final Reserving reserving;

    StaffBookingController(Reserving reserving) {
        this.reserving = reserving;
    }

    @PostMapping("/api/desk/v1/appointments")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<StaffAppointment> bookForSomebody(
            @Contract("appointments.yaml#StaffBooking") Received<StaffBooking> wanted,
            Caseworker caseworker,
            ServerWebExchange exchange) {
        StaffBooking booking = wanted.value();
        var key = Repeats.key(exchange.getRequest(), caseworker, "book for somebody", wanted.fingerprint());
        return reserving
                .book(
                        caseworker,
                        booking.wish(),
                        booking.at(),
                        booking.contact().contact(),
                        key)
                .doOnNext(made -> Repeats.mark(exchange.getResponse(), made.repeated()))
                .map(made -> StaffAppointment.of(made.value()));
    }

    record StaffBooking(int office, Instant at, List<Item> services, Person contact) {

        Wish wish() {
            return new Wish(
                    new OfficeId(office), services.stream().map(Item::item).toList());
        }
    }

    /** @param quantity null for one */
    record Item(int service, @Nullable Integer quantity) {

        Wish.Item item() {
            return new Wish.Item(new ServiceId(service), quantity == null ? 1 : quantity);
        }
    }

    record Person(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String note) {

        Contact contact() {
            return new Contact(name.strip(), email, phone, note == null ? "" : note, "de");
        }
    }

    record StaffAppointment(UUID id, String number, Instant at, Instant endsAt, int scope) {

        static StaffAppointment of(Appointment appointment) {
            return new StaffAppointment(
                    appointment.id().value(),
                    Integer.toString(appointment.number()),
                    appointment.first().at(),
                    appointment.end(),
                    appointment.scope().value());
        }
    }
}
