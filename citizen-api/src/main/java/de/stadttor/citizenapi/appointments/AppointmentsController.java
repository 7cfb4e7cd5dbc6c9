package de.stadttor.citizenapi.appointments;

import de.stadttor.appointments.Appointment;
import de.stadttor.appointments.AppointmentId;
import de.stadttor.appointments.Booking;
import de.stadttor.appointments.CalendarFiles;
import de.stadttor.appointments.Credentials;
import de.stadttor.appointments.Reserving;
import de.stadttor.appointments.Secrets;
import de.stadttor.people.Citizen;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.Language;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.Received;
import de.stadttor.web.Repeats;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The way of an appointment. No GET changes anything: links in mails are opened by scanners, too. */
@RestController
@RequestMapping("/api/citizen/v1/appointments")
final class AppointmentsController {

    private static final String TOKEN = "Appointment-Token";
    private static final String FILTER = "my appointments";

    private final Reserving reserving;
    private final Booking booking;
    private final Secrets secrets;
    private final CalendarFiles files;
    private final Cursors cursors;
    private final Clock clock;

    AppointmentsController(
            Reserving reserving, Booking booking, Secrets secrets, CalendarFiles files, Cursors cursors, Clock clock) {
        this.reserving = reserving;
        this.booking = booking;
        this.secrets = secrets;
        this.files = files;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GetMapping
    Mono<Page<AppointmentView>> listAppointments(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Citizen citizen) {
        String before = cursors.open(citizen, FILTER, cursor);
        return Page.of(
                booking.mine(citizen, before == null ? null : AppointmentId.of(before), limit.oneMore()),
                limit.value(),
                this::view,
                last -> cursors.close(citizen, FILTER, last.id().toString()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Reserved> reserveAppointment(
            @Contract("appointments.yaml#NewAppointment") Received<Asked.NewAppointment> wanted,
            @Nullable Citizen citizen,
            ServerWebExchange exchange) {
        var key = VisitorKeys.key(exchange.getRequest(), citizen, wanted.fingerprint());
        return reserving
                .reserve(citizen, wanted.value().wish(), wanted.value().at(), key)
                .doOnNext(made -> Repeats.mark(exchange.getResponse(), made.repeated()))
                .map(made -> new Reserved(
                        view(made.value()),
                        secrets.of(Secrets.Purpose.SESSION, made.value().id())));
    }

    @GetMapping("/{id}")
    Mono<AppointmentView> readAppointment(
            @PathVariable AppointmentId id,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @Nullable Citizen citizen) {
        return booking.read(id, new Credentials(token, citizen)).map(this::view);
    }

    @PutMapping("/{id}/contact")
    Mono<AppointmentView> giveContact(
            @PathVariable AppointmentId id,
            @Contract("appointments.yaml#NewContact") Received<Asked.NewContact> contact,
            @RequestHeader HttpHeaders headers,
            @Nullable Citizen citizen) {
        return booking.contact(id, shown(headers, citizen), contact.value().contact(Language.of(headers)))
                .map(this::view);
    }

    @PostMapping("/{id}/preconfirmation")
    Mono<AppointmentView> preconfirmAppointment(
            @PathVariable AppointmentId id, @RequestHeader HttpHeaders headers, @Nullable Citizen citizen) {
        return booking.preconfirm(id, shown(headers, citizen)).map(this::view);
    }

    /** Whoever could confirm may manage from now on. */
    @PostMapping("/{id}/confirmation")
    Mono<Confirmed> confirmAppointment(
            @PathVariable AppointmentId id, @RequestHeader HttpHeaders headers, @Nullable Citizen citizen) {
        return booking.confirm(id, shown(headers, citizen))
                .map(confirmed -> new Confirmed(view(confirmed), secrets.of(Secrets.Purpose.MANAGE, id)));
    }

    @PostMapping("/{id}/cancellation")
    Mono<AppointmentView> cancelAppointment(
            @PathVariable AppointmentId id, @RequestHeader HttpHeaders headers, @Nullable Citizen citizen) {
        return booking.cancel(id, shown(headers, citizen)).map(this::view);
    }

    @PutMapping("/{id}/time")
    Mono<AppointmentView> rescheduleAppointment(
            @PathVariable AppointmentId id,
            @Contract("appointments.yaml#NewTime") Received<Asked.NewTime> time,
            @RequestHeader HttpHeaders headers,
            @Nullable Citizen citizen) {
        return booking.reschedule(id, shown(headers, citizen), time.value().at())
                .map(this::view);
    }

    @GetMapping(path = "/{id}/calendar", produces = "text/calendar")
    Mono<ResponseEntity<String>> readCalendarFile(
            @PathVariable AppointmentId id,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @Nullable Citizen citizen) {
        return booking.read(id, new Credentials(token, citizen))
                .flatMap(files::write)
                .map(AppointmentsController::file);
    }

    private static ResponseEntity<String> file(String content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"termin.ics\"")
                .body(content);
    }

    private static Credentials shown(HttpHeaders headers, @Nullable Citizen citizen) {
        return new Credentials(headers.getFirst(TOKEN), citizen);
    }

    private AppointmentView view(Appointment appointment) {
        return AppointmentView.of(appointment, clock.instant());
    }

    record Reserved(AppointmentView appointment, String sessionToken) {}

    record Confirmed(AppointmentView appointment, String manageToken) {}
}
