package de.stadttor.citizenapi.appointments;

import de.stadttor.appointments.Catalogue;
import de.stadttor.appointments.CurrentCatalogue;
import de.stadttor.appointments.Offer;
import de.stadttor.appointments.Office;
import de.stadttor.appointments.Scope;
import de.stadttor.appointments.Service;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What can be booked, and where. Nothing here is anybody's, so that its cursors are plain numbers. */
@RestController
@RequestMapping("/api/citizen/v1")
final class OffersController {

    private final CurrentCatalogue catalogue;

    OffersController(CurrentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/services")
    Mono<Page<ServiceItem>> listServices(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return catalogue
                .read()
                .flatMap(current -> page(
                        current.services().stream()
                                .filter(Service::visible)
                                .map(service -> ServiceItem.of(service, current)),
                        ServiceItem::id,
                        limit,
                        cursor));
    }

    @GetMapping("/offices")
    Mono<Page<OfficeItem>> listOffices(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return catalogue
                .read()
                .flatMap(current -> page(
                        current.offices().stream().map(office -> OfficeItem.of(office, current)),
                        OfficeItem::id,
                        limit,
                        cursor));
    }

    private static <T> Mono<Page<T>> page(Stream<T> all, ToIntFunction<T> id, Limit limit, @Nullable String cursor) {
        int after = cursor == null ? 0 : number(cursor);
        List<T> found = all.filter(each -> id.applyAsInt(each) > after)
                .sorted(Comparator.comparingInt(id))
                .limit(limit.oneMore())
                .toList();
        return Page.of(
                Flux.fromIterable(found), limit.value(), each -> each, last -> Integer.toString(id.applyAsInt(last)));
    }

    private static int number(String cursor) {
        if (!cursor.matches("[1-9]\\d{0,8}")) {
            throw new BadRequest(BadRequest.Reason.CURSOR, "cursor");
        }
        return Integer.parseInt(cursor);
    }

    record ServiceItem(int id, String name, @Nullable String leika, String requiredLevel, List<AtOffice> offices) {

        static ServiceItem of(Service service, Catalogue catalogue) {
            return new ServiceItem(
                    service.id().value(),
                    service.name(),
                    service.leika(),
                    service.requiredLevel().code(),
                    catalogue.offers().stream()
                            .filter(offer -> offer.service().equals(service.id()))
                            .map(AtOffice::of)
                            .toList());
        }
    }

    record AtOffice(int office, int slots, int maxQuantity, List<Integer> combinableWith) {

        static AtOffice of(Offer offer) {
            return new AtOffice(
                    offer.office().value(),
                    offer.slots(),
                    offer.maxQuantity(),
                    offer.combinable().stream().map(id -> id.value()).sorted().toList());
        }
    }

    record OfficeItem(int id, String name, String address, List<ScopeItem> scopes) {

        static OfficeItem of(Office office, Catalogue catalogue) {
            return new OfficeItem(
                    office.id().value(),
                    office.name(),
                    office.address().line(),
                    catalogue.scopes(office.id()).stream().map(ScopeItem::of).toList());
        }
    }

    record ScopeItem(
            int id,
            String shortName,
            String zone,
            boolean emailRequired,
            boolean phoneRequired,
            boolean activation,
            int slotsPerAppointment,
            String hint) {

        static ScopeItem of(Scope scope) {
            Scope.Terms terms = scope.conditions().terms();
            return new ScopeItem(
                    scope.calendar().id().value(),
                    scope.shortName(),
                    scope.calendar().zone().getId(),
                    terms.email(),
                    terms.phone(),
                    terms.activation(),
                    scope.conditions().limits().slots(),
                    scope.hint());
        }
    }
}
