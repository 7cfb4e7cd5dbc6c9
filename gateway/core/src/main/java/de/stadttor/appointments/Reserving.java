package de.stadttor.appointments;

import de.stadttor.calendar.Slots;
import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.Outcome;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Citizen;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Holds a place for a while, for whoever asks first. */
public final class Reserving {

    private static final int LOWEST_NUMBER = 100_000_000;
    private static final int HIGHEST_NUMBER = 999_999_999;
    private static final int MOST_DRAWS = 8;

    private final CurrentCatalogue catalogue;
    private final Places places;
    private final Appointments appointments;
    private final AppointmentJournal journal;
    private final Secrets secrets;
    private final UnitOfWork unitOfWork;
    private final OnceOnly once;
    private final RandomGenerator random;
    private final Ids ids;
    private final Clock clock;

    public Reserving(
            CurrentCatalogue catalogue,
            Places places,
            Appointments appointments,
            AppointmentJournal journal,
            Secrets secrets,
            UnitOfWork unitOfWork,
            OnceOnly once,
            RandomGenerator random,
            Ids ids,
            Clock clock) {
        this.catalogue = catalogue;
        this.places = places;
        this.appointments = appointments;
        this.journal = journal;
        this.secrets = secrets;
        this.unitOfWork = unitOfWork;
        this.once = once;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param citizen null for who is not logged in
     * @param request null when the client wants no protection against repeats
     * @return the appointment as it was made; refused with alternatives when there is no such place any more
     */
    public Mono<Outcome<Appointment>> reserve(
            @Nullable Citizen citizen, Wish wish, Instant at, @Nullable RequestKey request) {
        return order(wish)
                .doOnNext(order -> needLevel(citizen, order.requiredLevel()))
                .flatMap(order -> make(
                        new Places.Quest(order, at, Slots.Share.PUBLIC, List.of()),
                        request,
                        (id, place) -> held(id, citizen, order, place)))
                .checkpoint("reserve a place");
    }

    /** Books for somebody who is on the phone or at the counter, out of all places and at once. */
    public Mono<Outcome<Appointment>> book(
            Caseworker caseworker, Wish wish, Instant at, Contact contact, @Nullable RequestKey request) {
        return Mono.fromRunnable(() -> needRole(caseworker))
                .then(order(wish))
                .flatMap(order -> make(
                        new Places.Quest(order, at, Slots.Share.STAFF, List.of()),
                        request,
                        (id, place) -> booked(id, order, place, contact)))
                .checkpoint("book for somebody");
    }

    private static void needRole(Caseworker caseworker) {
        if (!caseworker.roles().contains(Caseworker.Role.CASEWORKER)) {
            throw new Refused(new Refusal.NotAllowed());
        }
    }

    private Mono<Order> order(Wish wish) {
        return catalogue.read().map(current -> current.order(wish));
    }

    private Mono<Outcome<Appointment>> make(
            Places.Quest quest, @Nullable RequestKey request, BiFunction<UUID, Place, Appointment> made) {
        return once.run(request, ids.next(), id -> take(quest, request, id, place -> made.apply(id, place)))
                .flatMap(done -> appointments
                        .find(new AppointmentId(done.value()))
                        .map(appointment -> new Outcome<>(appointment, done.repeated())));
    }

    private static void needLevel(@Nullable Citizen citizen, AssuranceLevel required) {
        AssuranceLevel given = citizen == null ? AssuranceLevel.BASIC : citizen.level();
        if (!given.satisfies(required)) {
            throw new Refused(new Refusal.LevelTooLow(given, required));
        }
    }

    private Mono<Void> take(
            Places.Quest quest, @Nullable RequestKey request, UUID id, Function<Place, Appointment> made) {
        return places.first(
                        quest,
                        place -> unitOfWork
                                .commit(() -> once.claim(request, id)
                                        .then(places.take(place, quest.share()))
                                        .then(Mono.defer(() -> write(made.apply(place))))
                                        .thenReturn(true))
                                .retryWhen(Retry.max(MOST_DRAWS).filter(Appointments.NumberTaken.class::isInstance)))
                .onErrorResume(Refused.class, refused -> unlessRepeated(request, id, refused))
                .then();
    }

    /** In a repeat the place may be gone because the first of its kind has it. */
    private Mono<Boolean> unlessRepeated(@Nullable RequestKey request, UUID id, Refused refused) {
        return request == null
                ? Mono.error(refused)
                : unitOfWork.commit(() -> once.claim(request, id).then(Mono.error(refused)));
    }

    private Mono<Void> write(Appointment made) {
        Mono<Void> told = made.state() == Appointment.State.CONFIRMED
                ? Mono.defer(() -> journal.tell(made, "confirmed", OutboxItem.Kind.CONFIRMATION))
                : Mono.defer(() -> journal.record(made, "reserved"));
        return appointments.add(made, secrets.hashes(made.id())).then(told);
    }

    private Appointment held(UUID id, @Nullable Citizen citizen, Order order, Place place) {
        Appointment made = made(id, order, place, Slots.Share.PUBLIC);
        return citizen == null || citizen.guestSession() != null ? made : made.by(citizen.id());
    }

    private Appointment booked(UUID id, Order order, Place place, Contact contact) {
        Instant now = clock.instant();
        return made(id, order, place, Slots.Share.STAFF).contacted(contact, now).confirmed(now);
    }

    private Appointment made(UUID id, Order order, Place place, Slots.Share share) {
        Instant now = clock.instant();
        return new Appointment(
                new AppointmentId(id),
                random.nextInt(LOWEST_NUMBER, HIGHEST_NUMBER + 1),
                place.calendar(),
                order.office(),
                order.services(),
                place.first(),
                place.length(),
                share,
                Appointment.State.RESERVED,
                now.plus(place.scope().conditions().holds().reserved()),
                true,
                null,
                null,
                0,
                now,
                now);
    }
}
