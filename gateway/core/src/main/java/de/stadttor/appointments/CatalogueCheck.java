package de.stadttor.appointments;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.refusal.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether a catalogue holds together: no number twice, and nothing that refers to what is not there. */
final class CatalogueCheck {

    private final Catalogue catalogue;
    private final List<Fault> faults = new ArrayList<>();

    private CatalogueCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Refuses with every fault. */
    static void refuseFaults(Catalogue catalogue) {
        var check = new CatalogueCheck(catalogue);
        check.all();
        if (!check.faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(check.faults));
        }
    }

    private void all() {
        once("units", catalogue.units(), Unit::id);
        once("offices", catalogue.offices(), Office::id);
        once("scopes", catalogue.scopes(), scope -> scope.calendar().id());
        once("services", catalogue.services(), Service::id);
        once("offers", catalogue.offers(), offer -> List.of(offer.service(), offer.office()));
        each("units", catalogue.units(), unit -> isPlaced(unit) ? null : "parent");
        each("offices", catalogue.offices(), office -> isDepartment(office.department()) ? null : "department");
        each("scopes", catalogue.scopes(), scope -> catalogue.office(scope.office()) == null ? "office" : null);
        each("offers", catalogue.offers(), this::missing);
    }

    private @Nullable String missing(Offer offer) {
        if (catalogue.service(offer.service()) == null) {
            return "service";
        }
        return catalogue.office(offer.office()) == null ? "office" : null;
    }

    private boolean isPlaced(Unit unit) {
        Unit.Kind above = unit.kind().above();
        Integer parent = unit.parent();
        if (above == null || parent == null) {
            return (above == null) == (parent == null);
        }
        return isOf(above, parent);
    }

    private boolean isDepartment(int id) {
        return isOf(Unit.Kind.DEPARTMENT, id);
    }

    private boolean isOf(Unit.Kind kind, int id) {
        return catalogue.units().stream().anyMatch(unit -> unit.id() == id && unit.kind() == kind);
    }

    private <T> void once(String list, List<T> all, Function<T, Object> key) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (!seen.add(key.apply(all.get(i)))) {
                faults.add(new Fault("/" + list + "/" + i, "twice", ""));
            }
        }
    }

    /** @param wrong name of the part that refers to nothing; null when all is well */
    private <T> void each(String list, List<T> all, Function<T, @Nullable String> wrong) {
        for (int i = 0; i < all.size(); i++) {
            String part = wrong.apply(all.get(i));
            if (part != null) {
                faults.add(new Fault("/" + list + "/" + i + "/" + part, "unknown", ""));
            }
        }
    }
}
