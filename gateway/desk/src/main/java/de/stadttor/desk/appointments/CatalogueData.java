package de.stadttor.desk.appointments;

import de.stadttor.appointments.Catalogue;
import de.stadttor.appointments.Offer;
import de.stadttor.appointments.Office;
import de.stadttor.appointments.OfficeId;
import de.stadttor.appointments.Scope;
import de.stadttor.appointments.Service;
import de.stadttor.appointments.ServiceId;
import de.stadttor.appointments.Unit;
import de.stadttor.calendar.BookingWindow;
import de.stadttor.calendar.CalendarScope;
import de.stadttor.calendar.FederalState;
import de.stadttor.calendar.ScopeId;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The catalogue as it is imported and exported: one document. */
record CatalogueData(
        List<UnitData> units,
        List<OfficeData> offices,
        List<ScopeData> scopes,
        List<ServiceData> services,
        List<OfferData> offers) {

    Catalogue catalogue() {
        return new Catalogue(
                units.stream().map(UnitData::unit).toList(),
                offices.stream().map(OfficeData::office).toList(),
                scopes.stream().map(ScopeData::scope).toList(),
                services.stream().map(ServiceData::service).toList(),
                offers.stream().map(OfferData::offer).toList());
    }

    static CatalogueData of(Catalogue catalogue) {
        return new CatalogueData(
                catalogue.units().stream().map(UnitData::of).toList(),
                catalogue.offices().stream().map(OfficeData::of).toList(),
                catalogue.scopes().stream().map(ScopeData::of).toList(),
                catalogue.services().stream().map(ServiceData::of).toList(),
                catalogue.offers().stream().map(OfferData::of).toList());
    }

    record UnitData(int id, String kind, @Nullable Integer parent, String name) {

        Unit unit() {
            return new Unit(id, Unit.Kind.of(kind), parent, name);
        }

        static UnitData of(Unit unit) {
            return new UnitData(unit.id(), unit.kind().code(), unit.parent(), unit.name());
        }
    }

    record OfficeData(int id, int department, String name, String street, String postalCode, String city) {

        Office office() {
            return new Office(new OfficeId(id), department, name, new Office.Address(street, postalCode, city));
        }

        static OfficeData of(Office office) {
            Office.Address address = office.address();
            return new OfficeData(
                    office.id().value(),
                    office.department(),
                    office.name(),
                    address.street(),
                    address.postalCode(),
                    address.city());
        }
    }

    /** Days and minutes are whole ones. */
    record ScopeData(
            int id,
            int office,
            String shortName,
            String zone,
            String state,
            int firstDay,
            int lastDay,
            int noticeMinutes,
            boolean staggered,
            int reservationMinutes,
            int activationMinutes,
            int cancelHoldMinutes,
            boolean emailRequired,
            boolean phoneRequired,
            boolean activation,
            int slotsPerAppointment,
            int appointmentsPerPerson,
            List<String> unlimited,
            String hint) {

        Scope scope() {
            if (lastDay < firstDay) {
                throw new Refused(Refusal.Invalid.at("/scopes", "window-ends-before-it-begins"));
            }
            var window = new BookingWindow(firstDay, lastDay, Duration.ofMinutes(noticeMinutes), staggered);
            return new Scope(
                    new CalendarScope(new ScopeId(id), zoneId(), FederalState.valueOf(state), window),
                    new OfficeId(office),
                    shortName,
                    new Scope.Conditions(
                            new Scope.Holds(
                                    Duration.ofMinutes(reservationMinutes),
                                    Duration.ofMinutes(activationMinutes),
                                    Duration.ofMinutes(cancelHoldMinutes)),
                            new Scope.Terms(emailRequired, phoneRequired, activation),
                            new Scope.Limits(slotsPerAppointment, appointmentsPerPerson, unlimited)),
                    hint);
        }

        private ZoneId zoneId() {
            try {
                return ZoneId.of(zone);
            } catch (DateTimeException e) {
                throw new Refused(Refusal.Invalid.at("/scopes", "unknown-zone"));
            }
        }

        static ScopeData of(Scope scope) {
            CalendarScope calendar = scope.calendar();
            BookingWindow window = calendar.window();
            Scope.Conditions on = scope.conditions();
            return new ScopeData(
                    calendar.id().value(),
                    scope.office().value(),
                    scope.shortName(),
                    calendar.zone().getId(),
                    calendar.state().name(),
                    window.firstDay(),
                    window.lastDay(),
                    minutes(window.notice()),
                    window.staggered(),
                    minutes(on.holds().reserved()),
                    minutes(on.holds().activation()),
                    minutes(on.holds().cancelled()),
                    on.terms().email(),
                    on.terms().phone(),
                    on.terms().activation(),
                    on.limits().slots(),
                    on.limits().appointments(),
                    on.limits().unlimited(),
                    scope.hint());
        }

        private static int minutes(Duration duration) {
            return Math.toIntExact(duration.toMinutes());
        }
    }

    record ServiceData(int id, String name, @Nullable String leika, String requiredLevel, boolean visible) {

        Service service() {
            return new Service(new ServiceId(id), name, leika, AssuranceLevel.of(requiredLevel), visible);
        }

        static ServiceData of(Service service) {
            return new ServiceData(
                    service.id().value(),
                    service.name(),
                    service.leika(),
                    service.requiredLevel().code(),
                    service.visible());
        }
    }

    record OfferData(int service, int office, int slots, int maxQuantity, List<Integer> combinableWith) {

        Offer offer() {
            return new Offer(
                    new ServiceId(service),
                    new OfficeId(office),
                    slots,
                    maxQuantity,
                    combinableWith.stream().map(ServiceId::new).collect(Collectors.toSet()));
        }

        static OfferData of(Offer offer) {
            return new OfferData(
                    offer.service().value(),
                    offer.office().value(),
                    offer.slots(),
                    offer.maxQuantity(),
                    offer.combinable().stream().map(ServiceId::value).sorted().toList());
        }
    }
}
