package de.stadttor.appointments;

import static java.util.stream.Collectors.toMap;

import de.stadttor.calendar.ScopeId;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Everything that can be booked, and where. Imported as a whole; every edition is kept. */
public record Catalogue(
        List<Unit> units, List<Office> offices, List<Scope> scopes, List<Service> services, List<Offer> offers) {

    public static final Catalogue EMPTY = new Catalogue(List.of(), List.of(), List.of(), List.of(), List.of());

    public Catalogue {
        units = List.copyOf(units);
        offices = List.copyOf(offices);
        scopes = List.copyOf(scopes);
        services = List.copyOf(services);
        offers = List.copyOf(offers);
    }

    public @Nullable Office office(OfficeId id) {
        return offices.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    public @Nullable Service service(ServiceId id) {
        return services.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    public @Nullable Scope scope(ScopeId id) {
        return scopes.stream()
                .filter(each -> each.calendar().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    public List<Scope> scopes(OfficeId office) {
        return scopes.stream().filter(each -> each.office().equals(office)).toList();
    }

    /** What is offered at an office, by service. */
    public Map<ServiceId, Offer> offers(OfficeId office) {
        return offers.stream()
                .filter(each -> each.office().equals(office))
                .collect(toMap(Offer::service, Function.identity()));
    }

    /** What each wish comes to at the offices that can grant it. */
    List<Order> orders(List<Wish.Item> items) {
        return offices.stream()
                .map(office -> new Wish(office.id(), items))
                .filter(wish -> faults(wish).isEmpty())
                .map(this::order)
                .toList();
    }

    /** What a wish comes to; refused with every reason why it cannot be granted. */
    Order order(Wish wish) {
        List<Refusal.Fault> faults = faults(wish);
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(faults));
        }
        int slots = slots(wish);
        List<Service> wanted = wish.items().stream()
                .map(item -> Objects.requireNonNull(service(item.service())))
                .toList();
        List<BookedService> booked = IntStream.range(0, wanted.size())
                .mapToObj(i -> new BookedService(
                        wanted.get(i).id(),
                        wanted.get(i).name(),
                        wish.items().get(i).quantity()))
                .toList();
        AssuranceLevel level =
                wanted.stream().map(Service::requiredLevel).reduce(AssuranceLevel.BASIC, AssuranceLevel::atLeast);
        return new Order(Objects.requireNonNull(office(wish.office())), able(wish, slots), booked, slots, level);
    }

    private List<Refusal.Fault> faults(Wish wish) {
        if (office(wish.office()) == null) {
            return List.of(new Refusal.Fault("/office", "unknown-office", ""));
        }
        var check = new WishCheck(wish, offers(wish.office()));
        List<Refusal.Fault> faults = IntStream.range(0, wish.items().size())
                .mapToObj(check::check)
                .flatMap(Optional::stream)
                .toList();
        return faults.isEmpty() && able(wish, slots(wish)).isEmpty()
                ? List.of(new Refusal.Fault("/services", "too-many-slots", ""))
                : faults;
    }

    private List<Scope> able(Wish wish, int slots) {
        return scopes(wish.office()).stream()
                .filter(scope -> slots <= scope.conditions().limits().slots())
                .toList();
    }

    /** Each office needs its own number of slots. */
    private int slots(Wish wish) {
        Map<ServiceId, Offer> offered = offers(wish.office());
        return wish.items().stream()
                .mapToInt(item ->
                        Objects.requireNonNull(offered.get(item.service())).slots() * item.quantity())
                .sum();
    }
}
