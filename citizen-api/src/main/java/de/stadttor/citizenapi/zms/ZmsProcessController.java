package de.stadttor.citizenapi.zms;

import de.stadttor.appointments.Appointment;
import de.stadttor.appointments.AppointmentId;
import de.stadttor.appointments.Booking;
import de.stadttor.appointments.CalendarFiles;
import de.stadttor.appointments.Credentials;
import de.stadttor.appointments.CurrentCatalogue;
import de.stadttor.appointments.Reserving;
import de.stadttor.appointments.Secrets;
import de.stadttor.citizenapi.zms.ZmsViews.ProcessView;
import de.stadttor.people.Citizen;
import de.stadttor.web.Language;
import de.stadttor.web.bodies.Bodies;
import de.stadttor.web.bodies.StrictJson;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The way of an appointment, which ZMS calls a process. */
@RestController
@RequestMapping("/zms")
final class ZmsProcessController {

    private static final int MOST_OF_MINE = 100;

    private final Reserving reserving;
    private final Booking booking;
    private final Secrets secrets;
    private final CurrentCatalogue catalogue;
    private final CalendarFiles files;
    private final Bodies bodies;
    private final Clock clock;

    ZmsProcessController(
            Reserving reserving,
            Booking booking,
            Secrets secrets,
            CurrentCatalogue catalogue,
            CalendarFiles files,
            Bodies bodies,
            Clock clock) {
        this.reserving = reserving;
        this.booking = booking;
        this.secrets = secrets;
        this.catalogue = catalogue;
        this.files = files;
        this.bodies = bodies;
        this.clock = clock;
    }

    @PostMapping("/reserve-appointment/")
    Mono<ProcessView> reserveProcess(@Nullable Citizen citizen, ServerWebExchange exchange) {
        return body(exchange)
                .flatMap(body -> reserving.reserve(citizen, body.wish(), body.valid(body.timestamp()), null))
                .map(made -> made.value())
                .flatMap(made -> view(made, secrets.of(Secrets.Purpose.MANAGE, made.id())));
    }

    @PostMapping("/update-appointment/")
    Mono<ProcessView> updateProcess(@Nullable Citizen citizen, ServerWebExchange exchange) {
        Language language = Language.of(exchange.getRequest().getHeaders());
        return body(exchange).flatMap(body -> {
            int number = body.processId();
            String key = body.authKey();
            var contact = body.valid(body.contact(language));
            return step(number, key, citizen, (id, shown) -> booking.contact(id, shown, contact));
        });
    }

    @PostMapping("/preconfirm-appointment/")
    Mono<ProcessView> preconfirmProcess(@Nullable Citizen citizen, ServerWebExchange exchange) {
        return step(exchange, citizen, booking::preconfirm);
    }

    @PostMapping("/confirm-appointment/")
    Mono<ProcessView> confirmProcess(@Nullable Citizen citizen, ServerWebExchange exchange) {
        return step(exchange, citizen, booking::confirm);
    }

    @PostMapping("/cancel-appointment/")
    Mono<ProcessView> cancelProcess(@Nullable Citizen citizen, ServerWebExchange exchange) {
        return step(exchange, citizen, booking::cancel);
    }

    @GetMapping("/appointment/")
    Mono<ProcessView> readProcess(
            @RequestParam(defaultValue = "") String processId,
            @RequestParam(defaultValue = "") String authKey,
            @Nullable Citizen citizen) {
        int number = Math.toIntExact(ZmsNumbers.read(processId, ZmsNumbers.MOST));
        if (number == 0) {
            return Mono.error(() -> new ZmsError(ZmsCode.INVALID_PROCESS_ID));
        }
        return ZmsBody.AUTH_KEY.matcher(authKey).matches()
                ? step(number, authKey, citizen, booking::read)
                : Mono.error(() -> new ZmsError(ZmsCode.INVALID_AUTH_KEY));
    }

    /** @param filterId only this one; all without */
    @GetMapping("/my-appointments/")
    Mono<List<ProcessView>> readMyProcesses(
            @RequestParam(defaultValue = "") String filterId, @Nullable Citizen citizen) {
        return citizen == null
                ? Mono.error(() -> new ZmsError(ZmsCode.NOT_LOGGED_IN))
                : booking.mine(citizen, null, MOST_OF_MINE)
                        .filter(mine -> filterId.isEmpty() || filterId.equals(Integer.toString(mine.number())))
                        .concatMap(mine -> view(mine, secrets.of(Secrets.Purpose.MANAGE, mine.id())))
                        .collectList();
    }

    private Mono<ProcessView> step(
            ServerWebExchange exchange,
            @Nullable Citizen citizen,
            BiFunction<AppointmentId, Credentials, Mono<Appointment>> step) {
        return body(exchange).flatMap(body -> {
            int number = body.processId();
            return step(number, body.valid(body.authKey()), citizen, step);
        });
    }

    private Mono<ProcessView> step(
            int number,
            String key,
            @Nullable Citizen citizen,
            BiFunction<AppointmentId, Credentials, Mono<Appointment>> step) {
        return booking.numbered(number)
                .flatMap(id -> step.apply(id, new Credentials(key, citizen)))
                .flatMap(done -> view(done, key));
    }

    private Mono<ZmsBody> body(ServerWebExchange exchange) {
        return bodies.whole(exchange.getRequest()).map(StrictJson::read).map(ZmsBody::new);
    }

    private Mono<ProcessView> view(Appointment appointment, String key) {
        Appointment.State state = appointment.stateAt(clock.instant());
        String written = state == Appointment.State.CANCELLED ? "deleted" : state.code();
        Mono<Optional<String>> ics = state == Appointment.State.CONFIRMED
                ? files.write(appointment).map(Optional::of)
                : Mono.just(Optional.empty());
        return catalogue
                .read()
                .zipWith(ics, (current, file) -> ProcessView.of(appointment, written, key, current, file.orElse(null)));
    }
}
