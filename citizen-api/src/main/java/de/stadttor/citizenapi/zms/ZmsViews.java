package de.stadttor.citizenapi.zms;

import de.stadttor.appointments.Appointment;
import de.stadttor.appointments.BookedService;
import de.stadttor.appointments.Catalogue;
import de.stadttor.appointments.Contact;
import de.stadttor.appointments.Offer;
import de.stadttor.appointments.Office;
import de.stadttor.appointments.Scope;
import de.stadttor.appointments.Service;
import de.stadttor.appointments.ServiceId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The shapes that clients of ZMS read. Whose addresses a scope trusts is told to nobody. */
final class ZmsViews {

    private ZmsViews() {}

    record OfficesAndServices(List<OfficeView> offices, List<ServiceView> services, List<RelationView> relations) {

        static OfficesAndServices of(Catalogue catalogue) {
            return new OfficesAndServices(
                    catalogue.offices().stream()
                            .map(office -> OfficeView.of(office, catalogue))
                            .toList(),
                    catalogue.services().stream()
                            .filter(Service::visible)
                            .map(service -> ServiceView.of(service, catalogue))
                            .toList(),
                    catalogue.offers().stream().map(RelationView::of).toList());
        }
    }

    record OfficeView(
            int id,
            String name,
            AddressView address,
            @Nullable ScopeView scope,
            int slotsPerAppointment) {

        static OfficeView of(Office office, Catalogue catalogue) {
            List<Scope> scopes = catalogue.scopes(office.id());
            return new OfficeView(
                    office.id().value(),
                    office.name(),
                    AddressView.of(office.address()),
                    scopes.isEmpty() ? null : ScopeView.of(scopes.getFirst(), office),
                    scopes.stream()
                            .mapToInt(scope -> scope.conditions().limits().slots())
                            .max()
                            .orElse(0));
        }
    }

    /** @param house_number always part of the street */
    record AddressView(String street, String house_number, String postal_code, String city) {

        static AddressView of(Office.Address address) {
            return new AddressView(address.street(), "", address.postalCode(), address.city());
        }
    }

    record ProviderView(int id, String name, String displayName) {}

    record ScopeView(
            int id,
            ProviderView provider,
            String shortName,
            boolean emailRequired,
            boolean telephoneActivated,
            boolean telephoneRequired,
            boolean customTextfieldActivated,
            boolean customTextfieldRequired,
            boolean captchaActivatedRequired,
            int slotsPerAppointment,
            int appointmentsPerMail,
            long reservationDuration,
            long activationDuration,
            String hint) {

        static ScopeView of(Scope scope, Office office) {
            Scope.Conditions on = scope.conditions();
            return new ScopeView(
                    scope.calendar().id().value(),
                    new ProviderView(office.id().value(), office.name(), office.name()),
                    scope.shortName(),
                    on.terms().email(),
                    true,
                    on.terms().phone(),
                    true,
                    false,
                    false,
                    on.limits().slots(),
                    on.limits().appointments(),
                    on.holds().reserved().toMinutes(),
                    on.holds().activation().toMinutes(),
                    scope.hint());
        }
    }

    /** @param combinable by number of the other service: the offices that do both in one appointment */
    record ServiceView(int id, String name, int maxQuantity, Map<String, List<Integer>> combinable) {

        static ServiceView of(Service service, Catalogue catalogue) {
            List<Offer> offers = catalogue.offers().stream()
                    .filter(offer -> offer.service().equals(service.id()))
                    .toList();
            Map<String, List<Integer>> combinable = new TreeMap<>();
            offers.stream()
                    .flatMap(offer -> offer.combinable().stream())
                    .distinct()
                    .forEach(other -> combinable.put(other.toString(), offices(offers, other)));
            return new ServiceView(
                    service.id().value(),
                    service.name(),
                    offers.stream().mapToInt(Offer::maxQuantity).max().orElse(1),
                    combinable);
        }

        private static List<Integer> offices(List<Offer> offers, ServiceId other) {
            return offers.stream()
                    .filter(offer -> offer.combinable().contains(other))
                    .map(offer -> offer.office().value())
                    .sorted()
                    .toList();
        }
    }

    record RelationView(int officeId, int serviceId, int slots, int maxQuantity) {

        static RelationView of(Offer offer) {
            return new RelationView(
                    offer.office().value(), offer.service().value(), offer.slots(), offer.maxQuantity());
        }
    }

    /** @param authKey as it was shown; it is stored as a hash only */
    record ProcessView(
            int processId,
            String timestamp,
            String authKey,
            String familyName,
            String email,
            String telephone,
            String customTextfield,
            String officeName,
            int officeId,
            @Nullable ScopeView scope,
            int serviceId,
            String serviceName,
            int serviceCount,
            List<SubRequest> subRequestCounts,
            String status,
            int slotCount,
            String displayNumber,
            @Nullable String icsContent) {

        static ProcessView of(
                Appointment appointment, String state, String authKey, Catalogue catalogue, @Nullable String ics) {
            BookedService main = appointment.services().getFirst();
            Contact contact = appointment.contact();
            Scope scope = catalogue.scope(appointment.scope());
            return new ProcessView(
                    appointment.number(),
                    Long.toString(appointment.first().at().getEpochSecond()),
                    authKey,
                    contact == null ? "" : contact.name(),
                    orEmpty(contact == null ? null : contact.email()),
                    orEmpty(contact == null ? null : contact.phone()),
                    contact == null ? "" : contact.note(),
                    appointment.office().name(),
                    appointment.office().id().value(),
                    scope == null ? null : ScopeView.of(scope, appointment.office()),
                    main.id().value(),
                    main.name(),
                    main.quantity(),
                    appointment.services().stream().skip(1).map(SubRequest::of).toList(),
                    state,
                    appointment.length(),
                    Integer.toString(appointment.number()),
                    ics);
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    record SubRequest(int id, String name, int count) {

        static SubRequest of(BookedService service) {
            return new SubRequest(service.id().value(), service.name(), service.quantity());
        }
    }
}
