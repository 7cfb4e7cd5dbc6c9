package de.stadttor.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueCheckTest {

    private static final Unit OWNER = new Unit(1, Unit.Kind.OWNER, null, "Stadt");
    private static final Unit ORGANISATION = new Unit(2, Unit.Kind.ORGANISATION, 1, "Verwaltung");
    private static final Unit DEPARTMENT = new Unit(3, Unit.Kind.DEPARTMENT, 2, "Bürger");
    private static final List<Unit> UNITS = List.of(OWNER, ORGANISATION, DEPARTMENT);
    private static final Office OFFICE =
            new Office(new OfficeId(1), 3, "Bürgerbüro", new Office.Address("Weg 1", "80331", "München"));
    private static final Service SERVICE = new Service(new ServiceId(1), "Pass", null, AssuranceLevel.BASIC, true);
    private static final Offer OFFER = new Offer(new ServiceId(1), new OfficeId(1), 1, 1, Set.of());

    @Test
    void whatHoldsTogetherIsTaken() {
        assertDoesNotThrow(() -> CatalogueCheck.refuseFaults(
                new Catalogue(UNITS, List.of(OFFICE), List.of(), List.of(SERVICE), List.of(OFFER))));
    }

    @Test
    void everyReferenceToNothingIsTold() {
        var catalogue =
                new Catalogue(List.of(OWNER, DEPARTMENT), List.of(OFFICE), List.of(), List.of(), List.of(OFFER));
        assertThat(faults(catalogue)).containsExactlyInAnyOrder("/units/1/parent unknown", "/offers/0/service unknown");
    }

    @Test
    void noNumberIsGivenTwice() {
        var catalogue = new Catalogue(
                UNITS, List.of(OFFICE, OFFICE), List.of(), List.of(SERVICE, SERVICE), List.of(OFFER, OFFER));
        assertThat(faults(catalogue))
                .containsExactlyInAnyOrder("/offices/1 twice", "/services/1 twice", "/offers/1 twice");
    }

    @Test
    void anOfficeBelongsToADepartment() {
        var office = new Office(new OfficeId(1), 2, "Bürgerbüro", OFFICE.address());
        assertThat(faults(new Catalogue(UNITS, List.of(office), List.of(), List.of(), List.of())))
                .containsExactly("/offices/0/department unknown");
    }

    private static List<String> faults(Catalogue catalogue) {
        var refused = assertThrows(Refused.class, () -> CatalogueCheck.refuseFaults(catalogue));
        return ((Refusal.Invalid) refused.refusal())
                .faults().stream()
                        .map(fault -> fault.pointer() + " " + fault.code())
                        .toList();
    }
}
