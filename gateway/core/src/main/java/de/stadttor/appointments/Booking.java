package de.stadttor.appointments;

import de.stadttor.appointments.Appointment.State;
import de.stadttor.appointments.Scope.Conditions;
import de.stadttor.appointments.Scope.Limits;
import de.stadttor.appointments.Scope.Terms;
import de.stadttor.appointments.Secrets.Hashes;
import de.stadttor.appointments.Secrets.Purpose;
import de.stadttor.events.UnitOfWork;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.people.Citizen;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The way of an appointment from its hold to its end. Whoever shows the wrong secret learns nothing. */
public final class Booking {

    private static final Set<Purpose> HOLDERS = Set.of(Purpose.SESSION, Purpose.MANAGE);
    private static final Set<Purpose> MANAGERS = Set.of(Purpose.MANAGE);

    private final CurrentCatalogue catalogue;
    private final Places places;
    private final Appointments appointments;
    private final AppointmentJournal journal;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public Booking(
            CurrentCatalogue catalogue,
            Places places,
            Appointments appointments,
            AppointmentJournal journal,
            UnitOfWork unitOfWork,
            Clock clock) {
        this.catalogue = catalogue;
        this.places = places;
        this.appointments = appointments;
        this.journal = journal;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    public Mono<Appointment> read(AppointmentId id, Credentials shown) {
        return opened(appointments.find(id), id, shown, HOLDERS);
    }

    /** The appointment of a number; who knows it has no right to anything yet. */
    public Mono<AppointmentId> numbered(int number) {
        return appointments.find(number).switchIfEmpty(unknown());
    }

    /** Those that a citizen has booked while logged in, newest first. */
    public Flux<Appointment> mine(Citizen citizen, @Nullable AppointmentId before, int limit) {
        return appointments.of(citizen.id(), before, limit);
    }

    /** Says who comes; can be repeated as long as the place is held. */
    public Mono<Appointment> contact(AppointmentId id, Credentials shown, Contact contact) {
        return unitOfWork
                .commit(() -> opened(appointments.hold(id), id, shown, HOLDERS)
                        .delayUntil(held -> conditions(held).doOnNext(asked -> need(asked.terms(), contact)))
                        .map(held -> held.contacted(contact, clock.instant()))
                        .delayUntil(appointments::change))
                .checkpoint("say who comes");
    }

    /** Has the mail sent whose secret confirms; a repeat sends no other. */
    public Mono<Appointment> preconfirm(AppointmentId id, Credentials shown) {
        return unitOfWork
                .commit(() -> opened(appointments.hold(id), id, shown, HOLDERS)
                        .flatMap(held -> held.stateAt(clock.instant()) == State.PRECONFIRMED
                                ? Mono.just(held)
                                : preconfirm(held)))
                .checkpoint("ask for confirmation");
    }

    private Mono<Appointment> preconfirm(Appointment held) {
        return conditions(held)
                .delayUntil(asked -> withinLimits(held, asked.limits()))
                .map(asked -> held.preconfirmed(
                        clock.instant(), clock.instant().plus(asked.holds().activation())))
                .delayUntil(appointments::change)
                .delayUntil(next -> journal.tell(next, "preconfirmed", Kind.ACTIVATION));
    }

    /**
     * Fixes it. The secret of the mail does, whoever shows it; without a mail, where the scope wants none proven or the
     * citizen is logged in. What is fixed stays so, without another mail.
     */
    public Mono<Appointment> confirm(AppointmentId id, Credentials shown) {
        return unitOfWork
                .commit(() -> appointments
                        .hold(id)
                        .switchIfEmpty(unknown())
                        .delayUntil(held -> mayConfirm(held, shown))
                        .flatMap(held -> held.state() == State.CONFIRMED ? Mono.just(held) : confirm(held)))
                .checkpoint("confirm an appointment");
    }

    private Mono<Appointment> confirm(Appointment held) {
        return conditions(held)
                .delayUntil(asked -> withinLimits(held, asked.limits()))
                .map(_ -> held.confirmed(clock.instant()))
                .delayUntil(appointments::change)
                .delayUntil(next -> journal.tell(next, "confirmed", Kind.CONFIRMATION));
    }

    private Mono<Void> mayConfirm(Appointment held, Credentials shown) {
        return appointments.hashes(held.id()).flatMap(hashes -> {
            if (shown.own(held) || (shown.have(Purpose.ACTIVATION, hashes) && held.state() != State.RESERVED)) {
                return Mono.<Void>empty();
            }
            return has(HOLDERS, shown, hashes)
                    ? conditions(held)
                            .filter(asked -> asked.terms().activation())
                            .flatMap(_ -> expired())
                    : expired();
        });
    }

    /** Gives it up; repeated, it changes nothing. Nobody gives up what has begun. */
    public Mono<Appointment> cancel(AppointmentId id, Credentials shown) {
        return unitOfWork
                .commit(() -> opened(appointments.hold(id), id, shown, HOLDERS)
                        .delayUntil(held -> held.state() == State.CONFIRMED
                                ? opened(Mono.just(held), id, shown, MANAGERS)
                                : Mono.empty())
                        .flatMap(held -> held.state() == State.CANCELLED ? Mono.just(held) : cancel(held)))
                .checkpoint("cancel an appointment");
    }

    private Mono<Appointment> cancel(Appointment held) {
        boolean told = held.state() == State.CONFIRMED;
        return conditions(held)
                .map(asked ->
                        held.cancelled(clock.instant(), kept(held, asked.holds().cancelled())))
                .delayUntil(appointments::change)
                .delayUntil(next -> next.holding() ? Mono.empty() : places.give(held))
                .delayUntil(next ->
                        told ? journal.tell(next, "cancelled", Kind.CANCELLED) : journal.record(next, "cancelled"));
    }

    /** What was never fixed is nobody's loss, and free at once. */
    private @Nullable Instant kept(Appointment held, Duration hold) {
        return held.state() == State.CONFIRMED && hold.isPositive()
                ? clock.instant().plus(hold)
                : null;
    }

    /**
     * Moves it to another time, at the same office and under the same number, or leaves it as it is.
     *
     * @return refused with alternatives when that place is gone
     */
    public Mono<Appointment> reschedule(AppointmentId id, Credentials shown, Instant at) {
        return opened(appointments.find(id), id, shown, MANAGERS)
                .flatMap(standing -> catalogue
                        .read()
                        .map(current -> current.order(wish(standing)))
                        .map(order -> new Places.Quest(order, at, standing.share(), List.of(standing)))
                        .flatMap(quest -> places.first(quest, place -> move(standing.id(), place))))
                .checkpoint("reschedule an appointment");
    }

    /** Its own places are given back first, so that they count as free. */
    private Mono<Appointment> move(AppointmentId id, Place place) {
        return unitOfWork.commit(() -> appointments.hold(id).flatMap(held -> {
            Appointment moved = held.moved(place.calendar(), place.first(), clock.instant());
            return places.give(held)
                    .then(places.take(place, held.share()))
                    .then(appointments.change(moved))
                    .then(journal.tell(moved, "changed", Kind.CONFIRMATION))
                    .thenReturn(moved);
        }));
    }

    private static Wish wish(Appointment appointment) {
        return new Wish(
                appointment.office().id(),
                appointment.services().stream()
                        .map(service -> new Wish.Item(service.id(), service.quantity()))
                        .toList());
    }

    /** Counted under a lock, so that of two at once only one is the last that is allowed. */
    private Mono<Void> withinLimits(Appointment held, Limits limits) {
        Contact contact = held.contact();
        String email = contact == null ? null : contact.email();
        int most = limits.appointments();
        return most == 0 || (email != null && limits.isUnlimited(email))
                ? Mono.empty()
                : appointments
                        .ahead(held.scope(), held.citizen(), email, held.id(), clock.instant())
                        .flatMap(count -> count < most
                                ? Mono.empty()
                                : Mono.error(() -> new Refused(new Refusal.TooManyAppointments())));
    }

    private static void need(Terms terms, Contact contact) {
        List<Fault> faults = new ArrayList<>();
        if (terms.email() && contact.email() == null) {
            faults.add(new Fault("/email", "required", ""));
        }
        if (terms.phone() && contact.phone() == null) {
            faults.add(new Fault("/phone", "required", ""));
        }
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(faults));
        }
    }

    private Mono<Conditions> conditions(Appointment held) {
        return catalogue.read().map(current -> {
            Scope scope = current.scope(held.scope());
            return scope == null ? Conditions.OF_WITHDRAWN : scope.conditions();
        });
    }

    private Mono<Appointment> opened(
            Mono<Appointment> found, AppointmentId id, Credentials shown, Set<Purpose> purposes) {
        return found.switchIfEmpty(unknown())
                .delayUntil(appointment -> shown.own(appointment)
                        ? Mono.empty()
                        : appointments
                                .hashes(id)
                                .flatMap(hashes -> has(purposes, shown, hashes) ? Mono.empty() : expired()));
    }

    private static boolean has(Set<Purpose> purposes, Credentials shown, Hashes hashes) {
        return purposes.stream().anyMatch(purpose -> shown.have(purpose, hashes));
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(() -> new Refused(new Refusal.NotFound()));
    }

    private static Mono<Void> expired() {
        return Mono.error(() -> new Refused(new Refusal.AccessExpired()));
    }
}
