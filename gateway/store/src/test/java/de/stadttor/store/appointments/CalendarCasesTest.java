package de.stadttor.store.appointments;

import static de.stadttor.calendar.TestCalendars.at;
import static de.stadttor.calendar.TestCalendars.hours;
import static de.stadttor.calendar.TestCalendars.once;
import static de.stadttor.store.appointments.Town.ADMIN;
import static de.stadttor.store.appointments.Town.ERIKA;
import static de.stadttor.store.appointments.Town.PASSPORT;
import static de.stadttor.store.appointments.Town.REGISTRATION;
import static de.stadttor.store.appointments.Town.conditions;
import static de.stadttor.store.appointments.Town.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.stadttor.appointments.Appointment;
import de.stadttor.appointments.Bookable;
import de.stadttor.appointments.Offer;
import de.stadttor.appointments.Scope;
import de.stadttor.calendar.Availability;
import de.stadttor.calendar.Edit;
import de.stadttor.calendar.Effect;
import de.stadttor.calendar.Occupants.Occupant;
import de.stadttor.calendar.Warning;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.store.StoreTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What calendars show and what becomes of them, on a real MariaDB. */
@StoreTest
class CalendarCasesTest {

    private static final String DAY = "2026-12-01";

    @Autowired
    private Town.Beans beans;

    private Town town;

    @BeforeEach
    void found() {
        town = new Town(beans);
    }

    @Test
    void case14AChainEndsWhereTheHoursEnd() {
        Scope scope = town.office();
        town.open(scope, DAY, hours("08:00-12:00", 10, 1, 1));
        town.open(scope, DAY, hours("13:00-16:00", 10, 1, 1));
        assertThat(town.offered(scope, DAY, REGISTRATION, PASSPORT))
                .contains(at(DAY + "T11:30"), at(DAY + "T13:00"))
                .doesNotContain(at(DAY + "T11:40"), at(DAY + "T11:50"));
    }

    @Test
    void case15AChainCrossesHoursThatTouchWithTheFewestPlacesOfBoth() {
        Scope scope = town.office();
        town.open(scope, DAY, hours("08:00-10:00", 10, 2, 2));
        town.open(scope, DAY, hours("10:00-12:00", 10, 1, 1));
        assertThat(town.offered(scope, DAY, REGISTRATION)).contains(at(DAY + "T09:50"));
        town.reserve(scope, DAY + "T09:50", REGISTRATION);
        assertThat(town.offered(scope, DAY, REGISTRATION))
                .contains(at(DAY + "T09:40"))
                .doesNotContain(at(DAY + "T09:50"));
        assertThat(town.offered(scope, DAY, PASSPORT)).contains(at(DAY + "T09:50"));
    }

    @Test
    void case16AChainNeverMixesLengths() {
        Scope scope = town.office();
        town.open(scope, DAY, hours("08:00-10:00", 10, 1, 1));
        town.open(scope, DAY, hours("10:00-12:00", 15, 1, 1));
        assertThat(town.offered(scope, DAY, REGISTRATION))
                .contains(at(DAY + "T09:40"), at(DAY + "T10:00"))
                .doesNotContain(at(DAY + "T09:50"));
    }

    @Test
    void case17AnAppointmentInOverlappingHoursTakesOnePlace() {
        Scope scope = town.office();
        town.open(scope, DAY, hours("08:00-12:00", 10, 2, 2));
        Availability noon = once(scope.calendar(), DAY, hours("10:00-14:00", 10, 1, 1));
        Effect effect = town.edit(scope, new Edit.Save(noon, null));
        assertThat(effect.warnings()).extracting(Warning::code).containsExactly(Warning.Code.OVERLAP);
        assertThat(effect.gained()).isEqualTo(24);
        town.reserve(scope, DAY + "T10:00", PASSPORT);
        assertThat(town.counter(scope, DAY + "T10:00").slot().total()).isEqualTo(3);
        assertThat(town.counter(scope, DAY + "T10:00").publicFree()).isEqualTo(2);
    }

    @Test
    void case19EachOfficeCountsItsOwnSlots() {
        Scope one = town.office();
        Scope three = town.office();
        town.offers.removeIf(offer -> offer.office().equals(three.office()));
        town.offers.add(new Offer(PASSPORT, three.office(), 3, 1, Set.of()));
        town.editions.replace(town.catalogue());
        town.open(one, DAY, hours("10:00-10:30", 10, 1, 1));
        town.open(three, DAY, hours("10:00-10:30", 10, 1, 1));
        assertThat(town.offered(one, DAY, PASSPORT)).hasSize(3);
        assertThat(town.offered(three, DAY, PASSPORT)).containsExactly(at(DAY + "T10:00"));
        assertThat(town.reserve(three, DAY + "T10:00", PASSPORT).length()).isEqualTo(3);
    }

    @Test
    void case22FewerDesksLeaveAppointmentsAndFreeNothing() {
        Scope scope = town.office();
        Availability three = town.open(scope, DAY, hours("10:00-10:10", 10, 3, 3));
        List<Appointment> booked = List.of(
                town.booked(scope, DAY + "T10:00", PASSPORT),
                town.booked(scope, DAY + "T10:00", PASSPORT),
                town.booked(scope, DAY + "T10:00", PASSPORT));
        var one =
                new Availability(three.id(), three.scope(), three.recurrence(), hours("10:00-10:10", 10, 1, 1), "", 1);
        Effect rehearsed = town.calendar
                .rehearse(ADMIN, scope.calendar().id(), new Edit.Save(one, 1L))
                .block();
        Effect effect = town.edit(scope, new Edit.Save(one, 1L));
        assertThat(effect).isEqualTo(rehearsed);
        assertThat(effect.lost()).isEqualTo(2);
        assertThat(effect.affected()).hasSize(2);
        assertThat(conflicts(scope)).hasSize(2);
        town.booking.cancel(booked.get(0).id(), town.manage(booked.get(0))).block();
        assertThat(town.counter(scope, DAY + "T10:00").publicFree()).isZero();
        town.booking.cancel(booked.get(1).id(), town.manage(booked.get(1))).block();
        town.booking.cancel(booked.get(2).id(), town.manage(booked.get(2))).block();
        assertThat(town.counter(scope, DAY + "T10:00").publicFree()).isEqualTo(1);
        assertThat(conflicts(scope)).isEmpty();
    }

    @Test
    void case23AppointmentsOutsideTheHoursStandAndAreListed() {
        Scope scope = town.office();
        Availability hours = town.open(scope, DAY, hours("10:00-11:00", 10, 1, 1));
        Appointment booked = town.booked(scope, DAY + "T10:00", PASSPORT);
        Effect effect = town.edit(scope, new Edit.Remove(hours.id(), 1));
        assertThat(effect.lost()).isEqualTo(6);
        assertThat(conflicts(scope))
                .extracting(Occupant::appointment)
                .containsExactly(booked.id().value());
        assertThat(town.offered(scope, DAY, PASSPORT)).isEmpty();
        town.booking.cancel(booked.id(), town.manage(booked)).block();
        assertThat(town.offered(scope, DAY, PASSPORT)).isEmpty();
        assertThat(town.calendar
                        .history(ADMIN, scope.calendar().id(), null, 10)
                        .collectList()
                        .block())
                .extracting(change -> change.what())
                .containsExactly("removed", "saved");
    }

    @Test
    void case24AGridThatMovedIsToldWithTheNearestTimes() {
        Scope scope = town.office();
        Availability hours = town.open(scope, DAY, hours("10:00-10:20", 10, 1, 1));
        var shifted =
                new Availability(hours.id(), hours.scope(), hours.recurrence(), hours("10:05-10:25", 10, 1, 1), "", 1);
        town.edit(scope, new Edit.Save(shifted, 1L));
        Refused refused = assertThrows(Refused.class, () -> town.reserve(scope, DAY + "T10:00", PASSPORT));
        assertThat(refused.refusal())
                .isEqualTo(new Refusal.PlaceTaken(List.of(at(DAY + "T10:05"), at(DAY + "T10:15"))));
        Refused stale = assertThrows(Refused.class, () -> town.edit(scope, new Edit.Save(shifted, 1L)));
        assertThat(stale.refusal()).isEqualTo(new Refusal.StaleVersion(2));
    }

    @Test
    void case25AClosedDayReopensAsItWas() {
        Scope scope = town.office();
        town.open(scope, DAY, hours("10:00-11:00", 10, 2, 2));
        Appointment booked = town.booked(scope, DAY + "T10:00", PASSPORT);
        var day = LocalDate.parse(DAY);
        Effect closed = town.edit(scope, new Edit.Close(day, "Wasserschaden"));
        assertThat(closed.lost()).isEqualTo(12);
        assertThat(closed.affected())
                .extracting(Occupant::appointment)
                .containsExactly(booked.id().value());
        assertThat(town.offered(scope, DAY, PASSPORT)).isEmpty();
        town.edit(scope, new Edit.Reopen(day));
        assertThat(town.counter(scope, DAY + "T10:00").publicFree()).isEqualTo(1);
        assertThat(town.offered(scope, DAY, PASSPORT)).hasSize(6);
    }

    @Test
    void case26ThePublicAndStaffHaveCountersOfTheirOwn() {
        Scope scope = town.office();
        town.open(scope, DAY, hours("10:00-10:10", 10, 5, 3));
        staff(scope);
        staff(scope);
        assertThat(town.counter(scope, DAY + "T10:00").publicFree()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            town.reserve(scope, DAY + "T10:00", PASSPORT);
        }
        assertThat(town.counter(scope, DAY + "T10:00").publicFree()).isZero();
        assertThat(town.counter(scope, DAY + "T10:00").free()).isZero();
        assertThrows(Refused.class, () -> staff(scope));

        Scope other = town.office();
        town.open(other, DAY, hours("10:00-10:10", 10, 5, 3));
        for (int i = 0; i < 3; i++) {
            town.reserve(other, DAY + "T10:00", PASSPORT);
        }
        staff(other);
        assertThat(town.counter(other, DAY + "T10:00").publicFree()).isZero();
        assertThat(town.counter(other, DAY + "T10:00").free()).isEqualTo(1);
    }

    @Test
    void case45TheNextAndThePreviousDayComeInOneAnswer() {
        Scope scope = town.office();
        town.open(scope, "2026-12-04", hours("10:00-11:00", 10, 1, 1));
        town.open(scope, "2027-02-03", hours("10:00-11:00", 10, 1, 1));
        assertThat(found(scope, "2026-12-05", "2027-01-31").next()).isEqualTo("2027-02-03");
        assertThat(found(scope, "2026-12-05", "2027-01-31").previous()).isEqualTo("2026-12-04");
        assertThat(found(scope, "2026-11-01", "2026-12-04").previous()).isNull();
        assertThat(found(scope, "2027-02-01", "2027-03-31").next()).isNull();
    }

    @Test
    void case46ADayIsShownOnlyWithAWholeChain() {
        Scope scope = town.office();
        town.open(scope, DAY, hours("10:00-10:40", 10, 1, 1));
        town.reserve(scope, DAY + "T10:10", PASSPORT);
        assertThat(town.offered(scope, DAY, REGISTRATION)).containsExactly(at(DAY + "T10:20"));
        assertThat(town.offered(scope, DAY, REGISTRATION, PASSPORT)).isEmpty();
    }

    @Test
    void case47OneTimeAtTwoOfficesIsShownForBoth() {
        Scope a = town.office();
        Scope b = town.office();
        town.open(a, DAY, hours("10:00-10:10", 10, 1, 1));
        town.open(b, DAY, hours("10:00-10:20", 10, 1, 1));
        var day = LocalDate.parse(DAY);
        Bookable both = town.times
                .find(wish(a, PASSPORT).items(), List.of(a.office(), b.office()), day, day)
                .block();
        assertThat(both.times())
                .hasSize(3)
                .filteredOn(time -> time.at().equals(at(DAY + "T10:00")))
                .hasSize(2);
        assertThat(town.offered(b, DAY, PASSPORT)).containsExactly(at(DAY + "T10:00"), at(DAY + "T10:10"));
    }

    @Test
    void case48TwoCalendarsOfAnOfficeAreOfferedAsOne() {
        Scope first = town.office();
        Scope second = town.desk(first.office(), conditions(0, true));
        town.open(first, DAY, hours("10:00-10:10", 10, 1, 1));
        town.open(second, DAY, hours("10:00-10:30", 10, 1, 1));
        assertThat(town.offered(first, DAY, PASSPORT))
                .startsWith(at(DAY + "T10:00"))
                .doesNotHaveDuplicates();
        assertThat(town.reserve(first, DAY + "T10:00", REGISTRATION).scope())
                .isEqualTo(second.calendar().id());
        assertThat(town.reserve(first, DAY + "T10:00", PASSPORT).scope())
                .isEqualTo(first.calendar().id());
    }

    private Appointment staff(Scope scope) {
        return town.reserving
                .book(ADMIN, wish(scope, PASSPORT), at(DAY + "T10:00"), ERIKA, null)
                .map(outcome -> outcome.value())
                .block();
    }

    private List<Occupant> conflicts(Scope scope) {
        return town.calendar
                .conflicts(ADMIN, scope.calendar().id())
                .collectList()
                .block();
    }

    private Bookable found(Scope scope, String from, String until) {
        return town.times
                .find(
                        wish(scope, PASSPORT).items(),
                        List.of(scope.office()),
                        LocalDate.parse(from),
                        LocalDate.parse(until))
                .block();
    }
}
