package de.stadttor.store.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.appointments.Catalogue;
import de.stadttor.appointments.CatalogueEdition;
import de.stadttor.appointments.CatalogueEditions;
import de.stadttor.appointments.CurrentCatalogue;
import de.stadttor.store.StoreTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each edition is kept whole. Nothing else in this module writes any. */
@StoreTest
class R2dbcCatalogueEditionsTest {

    @Autowired
    private Town.Beans beans;

    @Autowired
    private CatalogueEditions editions;

    @Test
    void keepsEveryEditionAsItWas() {
        var town = new Town(beans);
        town.office(Town.conditions(2, true));
        town.desk(town.office().office(), Town.conditions(0, false));
        Catalogue catalogue = town.catalogue();
        long first = editions.newest().block() + 1;
        var edition = new CatalogueEdition(first, catalogue, "admin", Town.NOW);
        assertThat(editions.add(edition).block()).isTrue();
        assertThat(editions.add(edition).block()).isFalse();
        assertThat(editions.newest().block()).isEqualTo(first);
        assertThat(editions.find(first).block()).isEqualTo(edition);
        var second = new CatalogueEdition(first + 1, Catalogue.EMPTY, "admin", Town.NOW);
        assertThat(editions.add(second).block()).isTrue();
        assertThat(editions.list(null, 2).collectList().block()).containsExactly(second, edition);
        assertThat(editions.list(second.version(), 1).collectList().block()).containsExactly(edition);
    }

    @Test
    void theNewestCountsAtOnce() {
        var town = new Town(beans);
        var scope = town.office();
        var current = new CurrentCatalogue(editions);
        long next = editions.newest().block() + 1;
        editions.add(new CatalogueEdition(next, Catalogue.EMPTY, "admin", Town.NOW))
                .block();
        assertThat(current.read().block()).isEqualTo(Catalogue.EMPTY);
        editions.add(new CatalogueEdition(next + 1, town.catalogue(), "admin", Town.NOW))
                .block();
        assertThat(current.find(scope.calendar().id()).block()).isEqualTo(scope.calendar());
    }
}
