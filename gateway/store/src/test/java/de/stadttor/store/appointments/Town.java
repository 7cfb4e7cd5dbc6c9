package de.stadttor.store.appointments;

import static de.stadttor.calendar.TestCalendars.at;

import de.stadttor.Ports;
import de.stadttor.appointments.Appointment;
import de.stadttor.appointments.AppointmentJournal;
import de.stadttor.appointments.Appointments;
import de.stadttor.appointments.BookableTimes;
import de.stadttor.appointments.Booking;
import de.stadttor.appointments.Catalogue;
import de.stadttor.appointments.CatalogueImport;
import de.stadttor.appointments.Contact;
import de.stadttor.appointments.Credentials;
import de.stadttor.appointments.CurrentCatalogue;
import de.stadttor.appointments.Leftovers;
import de.stadttor.appointments.Offer;
import de.stadttor.appointments.Office;
import de.stadttor.appointments.OfficeId;
import de.stadttor.appointments.Places;
import de.stadttor.appointments.Reserving;
import de.stadttor.appointments.Scope;
import de.stadttor.appointments.Secrets;
import de.stadttor.appointments.Service;
import de.stadttor.appointments.ServiceId;
import de.stadttor.appointments.Unit;
import de.stadttor.appointments.Wish;
import de.stadttor.calendar.Availability;
import de.stadttor.calendar.BookingWindow;
import de.stadttor.calendar.CalendarAdministration;
import de.stadttor.calendar.CalendarScope;
import de.stadttor.calendar.Calendars;
import de.stadttor.calendar.Counter;
import de.stadttor.calendar.Edit;
import de.stadttor.calendar.Effect;
import de.stadttor.calendar.Occupants;
import de.stadttor.calendar.SlotUpkeep;
import de.stadttor.calendar.Slots;
import de.stadttor.calendar.TestCalendars;
import de.stadttor.events.MovableClock;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.seals.Seal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A town with offices of its own for each test, on the database of all. It is Monday, 23 November 2026, nine o'clock.
 */
final class Town {

    static final Instant NOW = at("2026-11-23T09:00");
    static final Caseworker ADMIN =
            new Caseworker("admin", "Admin", Set.of(Caseworker.Role.ADMIN, Caseworker.Role.CASEWORKER), Set.of("*"));
    static final ServiceId PASSPORT = new ServiceId(1);
    static final ServiceId REGISTRATION = new ServiceId(2);
    static final ServiceId CERTIFICATE = new ServiceId(3);
    static final Contact ERIKA = new Contact("Erika Muster", "erika@example.org", null, "", "de");

    private static final AtomicInteger NUMBERS = new AtomicInteger(1);

    final Beans beans;
    final MovableClock clock = new MovableClock(NOW);
    final List<Scope> scopes = new ArrayList<>();
    final List<Offer> offers = new ArrayList<>();
    final OneEdition editions;
    final CurrentCatalogue catalogue;
    final SlotUpkeep upkeep;
    final CalendarAdministration calendar;
    final Reserving reserving;
    final Booking booking;
    final BookableTimes times;
    final Leftovers leftovers;
    final CatalogueImport imports;
    final Secrets secrets = new Secrets(Seal.derive(new byte[32], "appointments"));

    Town(Beans beans) {
        this.beans = beans;
        Ports ports = beans.ports();
        editions = new OneEdition(Catalogue.EMPTY);
        catalogue = new CurrentCatalogue(editions);
        var places = new Places(beans.slots(), beans.appointments(), clock);
        var journal = new AppointmentJournal(ports.log(), ports.outbox(), ports.ids());
        upkeep = new SlotUpkeep(
                beans.calendars(), beans.slots(), beans.occupants(), TestCalendars.HOLIDAYS, ports.unitOfWork(), clock);
        calendar = new CalendarAdministration(
                catalogue, beans.calendars(), upkeep, ports.unitOfWork(), ports.ids(), clock);
        reserving = new Reserving(
                catalogue,
                places,
                beans.appointments(),
                journal,
                secrets,
                ports.unitOfWork(),
                new OnceOnly(ports.requestKeys()),
                new Random(),
                ports.ids(),
                clock);
        booking = new Booking(catalogue, places, beans.appointments(), journal, ports.unitOfWork(), clock);
        times = new BookableTimes(catalogue, beans.slots(), beans.appointments(), clock);
        leftovers = new Leftovers(beans.appointments(), places, ports.unitOfWork(), clock);
        imports = new CatalogueImport(catalogue, editions, beans.appointments(), upkeep, clock);
    }

    /** Another office with one calendar; a passport takes one slot, a registration two, a certificate one. */
    Scope office() {
        return office(conditions(0, true));
    }

    Scope office(Scope.Conditions conditions) {
        var office = new OfficeId(NUMBERS.incrementAndGet());
        offers.add(new Offer(PASSPORT, office, 1, 5, Set.of(REGISTRATION)));
        offers.add(new Offer(REGISTRATION, office, 2, 5, Set.of(PASSPORT)));
        offers.add(new Offer(CERTIFICATE, office, 1, 1, Set.of()));
        return desk(office, conditions);
    }

    /** Another calendar of an office. */
    Scope desk(OfficeId office, Scope.Conditions conditions) {
        var window = new BookingWindow(0, 90, Duration.ofMinutes(5), false);
        CalendarScope calendarScope = TestCalendars.scope(NUMBERS.incrementAndGet(), window);
        var scope = new Scope(calendarScope, office, "B", conditions, "");
        scopes.add(scope);
        editions.replace(catalogue());
        return scope;
    }

    Catalogue catalogue() {
        return new Catalogue(
                List.of(
                        new Unit(1, Unit.Kind.OWNER, null, "Stadt"),
                        new Unit(2, Unit.Kind.ORGANISATION, 1, "Verwaltung"),
                        new Unit(3, Unit.Kind.DEPARTMENT, 2, "Kreisverwaltung")),
                scopes.stream()
                        .map(Scope::office)
                        .distinct()
                        .map(id -> new Office(id, 3, "Amt " + id, new Office.Address("Weg 1", "80000", "Stadt")))
                        .toList(),
                scopes,
                List.of(service(PASSPORT, "Pass"), service(REGISTRATION, "Anmeldung"), service(CERTIFICATE, "Zeugnis")),
                offers);
    }

    private static Service service(ServiceId id, String name) {
        return new Service(id, name, null, AssuranceLevel.BASIC, true);
    }

    static Scope.Conditions conditions(int appointments, boolean activation) {
        return conditions(appointments, activation, Duration.ZERO, List.of());
    }

    static Scope.Conditions conditions(
            int appointments, boolean activation, Duration cancelled, List<String> unlimited) {
        return new Scope.Conditions(
                new Scope.Holds(Duration.ofMinutes(30), Duration.ofMinutes(60), cancelled),
                new Scope.Terms(true, false, activation),
                new Scope.Limits(6, appointments, unlimited));
    }

    Availability open(Scope scope, String day, Availability.Hours hours) {
        Availability availability = TestCalendars.once(scope.calendar(), day, hours);
        edit(scope, new Edit.Save(availability, null));
        return availability;
    }

    Effect edit(Scope scope, Edit edit) {
        return calendar.edit(ADMIN, scope.calendar().id(), edit).block();
    }

    Appointment reserve(Scope scope, String time, ServiceId... services) {
        return reserving(scope, time, null, services).block();
    }

    Mono<Appointment> reserving(Scope scope, String time, @Nullable RequestKey key, ServiceId... services) {
        return reserving.reserve(null, wish(scope, services), at(time), key).map(outcome -> outcome.value());
    }

    static Wish wish(Scope scope, ServiceId... services) {
        return new Wish(
                scope.office(),
                List.of(services).stream().map(id -> new Wish.Item(id, 1)).toList());
    }

    /** Reserved, with contact, confirmed by mail. */
    Appointment booked(Scope scope, String time, ServiceId... services) {
        return confirmed(reserve(scope, time, services), ERIKA);
    }

    Appointment confirmed(Appointment held, Contact contact) {
        booking.contact(held.id(), session(held), contact).block();
        booking.preconfirm(held.id(), session(held)).block();
        return booking.confirm(held.id(), activation(held)).block();
    }

    Credentials session(Appointment appointment) {
        return new Credentials(secrets.of(Secrets.Purpose.SESSION, appointment.id()), null);
    }

    Credentials activation(Appointment appointment) {
        return new Credentials(secrets.of(Secrets.Purpose.ACTIVATION, appointment.id()), null);
    }

    Credentials manage(Appointment appointment) {
        return new Credentials(secrets.of(Secrets.Purpose.MANAGE, appointment.id()), null);
    }

    /** The times of a day, on the wall. */
    List<Instant> offered(Scope scope, String day, ServiceId... services) {
        LocalDate date = LocalDate.parse(day);
        return times.find(wish(scope, services).items(), List.of(scope.office()), date, date).block().times().stream()
                .map(time -> time.at())
                .toList();
    }

    Counter counter(Scope scope, String time) {
        return beans.slots()
                .between(scope.calendar().id(), at(time), at(time).plusSeconds(1))
                .blockFirst();
    }

    void itIs(String time) {
        clock.advance(Duration.between(clock.instant(), at(time)));
    }

    @Component
    record Beans(Ports ports, Slots slots, Calendars calendars, Appointments appointments, Occupants occupants) {}
}
