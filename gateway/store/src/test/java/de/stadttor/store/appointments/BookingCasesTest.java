package de.stadttor.store.appointments;

import static de.stadttor.calendar.TestCalendars.BERLIN;
import static de.stadttor.calendar.TestCalendars.at;
import static de.stadttor.calendar.TestCalendars.hours;
import static de.stadttor.store.appointments.Town.CERTIFICATE;
import static de.stadttor.store.appointments.Town.ERIKA;
import static de.stadttor.store.appointments.Town.PASSPORT;
import static de.stadttor.store.appointments.Town.REGISTRATION;
import static de.stadttor.store.appointments.Town.conditions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.stadttor.appointments.Appointment;
import de.stadttor.appointments.Appointment.State;
import de.stadttor.appointments.Catalogue;
import de.stadttor.appointments.Contact;
import de.stadttor.appointments.Office;
import de.stadttor.appointments.Scope;
import de.stadttor.appointments.Wish;
import de.stadttor.events.Event;
import de.stadttor.events.StreamId;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.store.StoreTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The life of an appointment, on a real MariaDB and by a clock that the test moves. */
@StoreTest
class BookingCasesTest {

    private static final String DAY = "2026-12-01";
    private static final String TEN = DAY + "T10:00";

    @Autowired
    private Town.Beans beans;

    private Town town;

    @BeforeEach
    void found() {
        town = new Town(beans);
    }

    @Test
    void case20TheServerCountsTheSlotsOfACombination() {
        Scope scope = open(1);
        var five = refusal(() -> town.reserve(scope, TEN, REGISTRATION, PASSPORT, CERTIFICATE));
        assertThat(five).isInstanceOf(Refusal.Invalid.class);
        Appointment three = town.reserve(scope, TEN, REGISTRATION, PASSPORT);
        assertThat(three.length()).isEqualTo(3);
        var many = refusal(() -> town.reserving
                .reserve(null, new Wish(scope.office(), List.of(new Wish.Item(REGISTRATION, 4))), at(TEN), null)
                .block());
        assertThat(many).isEqualTo(Refusal.Invalid.at("/services", "too-many-slots"));
    }

    @Test
    void case21WhatIsNotCombinableIsRefused() {
        Scope scope = open(1);
        assertThat(refusal(() -> town.reserve(scope, TEN, PASSPORT, CERTIFICATE)))
                .isEqualTo(new Refusal.Invalid(List.of(
                        new Refusal.Fault("/services/0/service", "not-combinable", ""),
                        new Refusal.Fault("/services/1/service", "not-combinable", ""))));
        assertThat(refusal(() -> town.reserve(scope, TEN, PASSPORT, PASSPORT))).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void case28OfTwoHundredCitizensOneGetsTheLastPlace() {
        Scope scope = town.office();
        town.open(scope, DAY, hours("10:00-10:20", 10, 1, 1));
        Race race = race(200, _ -> town.reserving(scope, TEN, null, PASSPORT));
        assertThat(race.won()).hasSize(1);
        assertThat(race.lost())
                .hasSize(199)
                .allSatisfy(
                        refusal -> assertThat(refusal).isEqualTo(new Refusal.PlaceTaken(List.of(at(DAY + "T10:10")))));
        assertThat(town.counter(scope, TEN).booked()).isEqualTo(1);
    }

    @Test
    void case29OfTwoOverlappingChainsOneWinsWhole() {
        for (int i = 0; i < 10; i++) {
            Scope scope = open(1);
            Race race =
                    race(2, n -> town.reserving(scope, n == 0 ? TEN : DAY + "T10:20", null, REGISTRATION, PASSPORT));
            assertThat(race.won()).hasSize(1);
            assertThat(race.lost()).hasSize(1).hasOnlyElementsOfType(Refusal.PlaceTaken.class);
            long taken = beans.slots()
                    .between(scope.calendar().id(), at(DAY + "T00:00"), at(DAY + "T23:00"))
                    .filter(counter -> counter.booked() == 1)
                    .count()
                    .block();
            assertThat(taken).isEqualTo(3);
        }
    }

    @Test
    void case30ARepeatWithTheSameKeyIsTheSameAppointment() {
        Scope scope = open(1);
        var key = new RequestKey("visitor reserve", UUID.randomUUID().toString(), "same");
        Appointment first = town.reserving(scope, TEN, key, PASSPORT).block();
        Appointment again = town.reserving(scope, TEN, key, PASSPORT).block();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(town.counter(scope, TEN).booked()).isEqualTo(1);
        Race race = race(10, _ -> town.reserving(scope, TEN, key, PASSPORT));
        assertThat(race.won()).hasSize(10).extracting(Appointment::id).containsOnly(first.id());
    }

    @Test
    void case31WhoeverConfirmsInTimeKeepsItAndNobodyDoesLater() {
        Scope scope = open(2);
        Appointment inTime = town.reserve(scope, TEN, PASSPORT);
        Appointment late = town.reserve(scope, TEN, PASSPORT);
        for (Appointment each : List.of(inTime, late)) {
            town.booking.contact(each.id(), town.session(each), ERIKA).block();
            town.booking.preconfirm(each.id(), town.session(each)).block();
        }
        town.itIs("2026-11-23T09:59:59");
        town.booking.confirm(inTime.id(), town.activation(inTime)).block();
        town.itIs("2026-11-23T10:00:00");
        assertThat(refusal(() ->
                        town.booking.confirm(late.id(), town.activation(late)).block()))
                .isEqualTo(new Refusal.ReservationExpired());
        town.leftovers.sweep().block();
        assertThat(beans.appointments().find(inTime.id()).block().state()).isEqualTo(State.CONFIRMED);
        assertThat(town.counter(scope, TEN).booked()).isEqualTo(1);
    }

    @Test
    void case32APlaceIsFreeTheMomentItsHoldIsOver() {
        Scope scope = open(1);
        Appointment first = town.reserve(scope, TEN, PASSPORT);
        town.itIs("2026-11-23T09:29:59");
        assertThat(town.offered(scope, DAY, PASSPORT)).doesNotContain(at(TEN));
        assertThat(refusal(() -> town.reserve(scope, TEN, PASSPORT))).isInstanceOf(Refusal.PlaceTaken.class);
        town.itIs("2026-11-23T09:30:00");
        assertThat(town.offered(scope, DAY, PASSPORT)).contains(at(TEN));
        town.reserve(scope, TEN, PASSPORT);
        assertThat(town.counter(scope, TEN).booked()).isEqualTo(1);
        assertThat(beans.appointments().find(first.id()).block().state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void case33TheTimeForActivationCountsFromThePreconfirmation() {
        Scope scope = open(1);
        Appointment held = town.reserve(scope, TEN, PASSPORT);
        town.itIs("2026-11-23T09:25:00");
        town.booking.contact(held.id(), town.session(held), ERIKA).block();
        Appointment waiting =
                town.booking.preconfirm(held.id(), town.session(held)).block();
        assertThat(waiting.until()).isEqualTo(at("2026-11-23T10:25:00"));
        town.itIs("2026-11-23T10:24:59");
        assertThat(town.booking
                        .confirm(held.id(), town.activation(held))
                        .block()
                        .state())
                .isEqualTo(State.CONFIRMED);
    }

    @Test
    void case34ConfirmedTwiceIsConfirmedOnceWithOneMail() {
        Scope scope = open(1);
        Appointment booked = town.booked(scope, TEN, PASSPORT);
        Appointment again =
                town.booking.confirm(booked.id(), town.activation(booked)).block();
        assertThat(again).isEqualTo(booked);
        assertThat(kinds(booked))
                .containsExactly("appointment-reserved", "appointment-preconfirmed", "appointment-confirmed");
        assertThat(mails(booked)).containsExactlyInAnyOrder("ACTIVATION", "CONFIRMATION");
    }

    @Test
    void case35NoSecretDoesTheWorkOfAnother() {
        Scope scope = open(1);
        Appointment held = town.reserve(scope, TEN, PASSPORT);
        town.booking.contact(held.id(), town.session(held), ERIKA).block();
        town.booking.preconfirm(held.id(), town.session(held)).block();
        assertThat(refusal(() ->
                        town.booking.confirm(held.id(), town.session(held)).block()))
                .isEqualTo(new Refusal.AccessExpired());
        assertThat(refusal(
                        () -> town.booking.confirm(held.id(), town.manage(held)).block()))
                .isEqualTo(new Refusal.AccessExpired());
        assertThat(refusal(() ->
                        town.booking.cancel(held.id(), town.activation(held)).block()))
                .isEqualTo(new Refusal.AccessExpired());
        town.booking.confirm(held.id(), town.activation(held)).block();
        assertThat(refusal(
                        () -> town.booking.cancel(held.id(), town.session(held)).block()))
                .isEqualTo(new Refusal.AccessExpired());
        String row = beans.appointments().hashes(held.id()).block().toString();
        assertThat(row)
                .doesNotContain(town.manage(held).secret(), town.session(held).secret());
    }

    @Test
    void case36WhatHasBegunIsCancelledNoMoreAndWhatIsCancelledStaysSo() {
        Scope scope = open(1);
        Appointment early = town.booked(scope, TEN, PASSPORT);
        Appointment late = town.booked(scope, DAY + "T10:10", PASSPORT);
        town.itIs(DAY + "T09:59:59");
        Appointment cancelled =
                town.booking.cancel(early.id(), town.manage(early)).block();
        assertThat(town.booking.cancel(early.id(), town.manage(early)).block()).isEqualTo(cancelled);
        assertThat(mails(early)).containsExactlyInAnyOrder("ACTIVATION", "CONFIRMATION", "CANCELLED");
        town.itIs(DAY + "T10:10:00");
        assertThat(refusal(
                        () -> town.booking.cancel(late.id(), town.manage(late)).block()))
                .isEqualTo(new Refusal.AppointmentConflict("confirmed", "cancel"));
    }

    @Test
    void case37ACancelledPlaceIsKeptForAWhile() {
        Scope scope = town.office(conditions(0, true, Duration.ofMinutes(30), List.of()));
        town.open(scope, DAY, hours("10:00-11:00", 10, 1, 1));
        Appointment booked = town.booked(scope, TEN, PASSPORT);
        town.booking.cancel(booked.id(), town.manage(booked)).block();
        town.itIs("2026-11-23T09:29:59");
        assertThat(town.offered(scope, DAY, PASSPORT)).doesNotContain(at(TEN));
        town.itIs("2026-11-23T09:30:00");
        assertThat(town.offered(scope, DAY, PASSPORT)).contains(at(TEN));
        town.leftovers.sweep().block();
        assertThat(town.counter(scope, TEN).booked()).isZero();
        assertThat(beans.appointments().find(booked.id()).block().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void case38AMoveIsWholeAndKeepsNumberAndId() {
        Scope scope = open(1);
        Appointment booked = town.booked(scope, TEN, REGISTRATION);
        Appointment moved = town.booking
                .reschedule(booked.id(), town.manage(booked), at(DAY + "T10:10"))
                .block();
        assertThat(moved.number()).isEqualTo(booked.number());
        assertThat(moved.id()).isEqualTo(booked.id());
        assertThat(moved.sequence()).isEqualTo(booked.sequence() + 1);
        assertThat(town.counter(scope, TEN).booked()).isZero();
        assertThat(town.counter(scope, DAY + "T10:10").booked()).isEqualTo(1);
        assertThat(town.counter(scope, DAY + "T10:20").booked()).isEqualTo(1);
        town.booked(scope, DAY + "T10:40", PASSPORT);
        assertThat(refusal(() -> town.booking
                        .reschedule(booked.id(), town.manage(booked), at(DAY + "T10:40"))
                        .block()))
                .isInstanceOf(Refusal.PlaceTaken.class);
        assertThat(beans.appointments().find(booked.id()).block()).isEqualTo(moved);
        assertThat(kinds(booked)).endsWith("appointment-changed");
    }

    @Test
    void case39OfTwoAtTheLimitOnePassesWhateverTheCase() {
        Scope scope = town.office(conditions(1, true));
        town.open(scope, DAY, hours("10:00-11:00", 10, 2, 2));
        List<Appointment> both = List.of(town.reserve(scope, TEN, PASSPORT), town.reserve(scope, TEN, PASSPORT));
        for (int i = 0; i < 2; i++) {
            var contact = new Contact("Erika", i == 0 ? "a@x.de" : "A@X.DE", null, "", "de");
            town.booking
                    .contact(both.get(i).id(), town.session(both.get(i)), contact)
                    .block();
        }
        Race race = race(2, n -> town.booking.preconfirm(both.get(n).id(), town.session(both.get(n))));
        assertThat(race.won()).hasSize(1);
        assertThat(race.lost()).containsExactly(new Refusal.TooManyAppointments());
    }

    @Test
    void case39AnUnlimitedDomainIsExactlyThatDomain() {
        Scope scope = town.office(conditions(1, false, Duration.ZERO, List.of("@muenchen.de")));
        town.open(scope, DAY, hours("10:00-11:00", 10, 2, 2));
        confirmAs(scope, "x@MUENCHEN.de");
        confirmAs(scope, "x@muenchen.de");
        confirmAs(scope, "x@muenchen.de.evil.org");
        assertThat(refusal(() -> confirmAs(scope, "x@muenchen.de.evil.org")))
                .isEqualTo(new Refusal.TooManyAppointments());
    }

    @Test
    void case41WhatLeavesTheCatalogueGoesOnToItsEnd() {
        Scope scope = open(1);
        Appointment held = town.reserve(scope, TEN, PASSPORT);
        Appointment booked = town.booked(scope, DAY + "T10:10", PASSPORT);
        town.offers.removeIf(offer -> offer.office().equals(scope.office()));
        var report = town.imports.rehearse(Town.ADMIN, town.catalogue()).block();
        assertThat(report.affected()).contains(booked);
        assertThat(report.differences()).extracting(each -> each.kind().code()).containsOnly("removed");
        town.editions.replace(town.catalogue());
        assertThat(town.confirmed(held, ERIKA).state()).isEqualTo(State.CONFIRMED);
        assertThat(refusal(() -> town.reserve(scope, TEN, PASSPORT))).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void case42AppointmentsKeepTheOfficeAsItWasAndAreListed() {
        Scope scope = open(1);
        Appointment booked = town.booked(scope, TEN, PASSPORT);
        Catalogue before = town.catalogue();
        var renamed = new Catalogue(
                before.units(),
                before.offices().stream()
                        .map(office -> new Office(office.id(), office.department(), "Neues Amt", office.address()))
                        .toList(),
                before.scopes(),
                before.services(),
                before.offers());
        assertThat(town.imports.rehearse(Town.ADMIN, renamed).block().affected())
                .contains(booked);
        town.editions.replace(renamed);
        Appointment after = town.booking.read(booked.id(), town.manage(booked)).block();
        assertThat(after.office()).isEqualTo(booked.office());
    }

    @Test
    void case50AStaleViewIsToldTheNearestTimes() {
        Scope scope = open(1);
        assertThat(town.offered(scope, DAY, PASSPORT)).contains(at(TEN));
        town.reserve(scope, TEN, PASSPORT);
        assertThat(refusal(() -> town.reserve(scope, TEN, PASSPORT)))
                .isEqualTo(new Refusal.PlaceTaken(List.of(
                        at(DAY + "T10:10"),
                        at(DAY + "T10:20"),
                        at(DAY + "T10:30"),
                        at(DAY + "T10:40"),
                        at(DAY + "T10:50"))));
    }

    private Scope open(int desks) {
        Scope scope = town.office();
        town.open(scope, DAY, hours("10:00-11:00", 10, desks, desks));
        return scope;
    }

    private Appointment confirmAs(Scope scope, String email) {
        String free = town.offered(scope, DAY, PASSPORT)
                .getFirst()
                .atZone(BERLIN)
                .toLocalDateTime()
                .toString();
        Appointment held = town.reserve(scope, free, PASSPORT);
        town.booking
                .contact(held.id(), town.session(held), new Contact("X", email, null, "", "de"))
                .block();
        return town.booking.confirm(held.id(), town.session(held)).block();
    }

    private List<String> kinds(Appointment appointment) {
        return beans.ports()
                .log()
                .read(new StreamId(appointment.id().value()), 0, 100)
                .map(Event::kind)
                .collectList()
                .block();
    }

    private List<String> mails(Appointment appointment) {
        return beans.ports()
                .outbox()
                .newest(1000)
                .filter(item -> item.ticket().value().equals(appointment.id().value()))
                .map(item -> item.kind().name())
                .collectList()
                .block();
    }

    private static Refusal refusal(Executable refused) {
        return assertThrows(Refused.class, refused).refusal();
    }

    private static Race race(int runners, IntFunction<Mono<Appointment>> run) {
        var race = new Race(new ArrayList<>(), new ArrayList<>());
        Flux.range(0, runners)
                .flatMap(
                        n -> run.apply(n)
                                .<Object>map(won -> won)
                                .onErrorResume(Refused.class, lost -> Mono.just(lost.refusal())),
                        runners)
                .collectList()
                .block(Duration.ofMinutes(2))
                .forEach(race::add);
        return race;
    }

    private record Race(List<Appointment> won, List<Refusal> lost) {

        void add(Object end) {
            switch (end) {
                case Appointment appointment -> won.add(appointment);
                case Refusal refusal -> lost.add(refusal);
                default -> throw new IllegalStateException();
            }
        }
    }
}
