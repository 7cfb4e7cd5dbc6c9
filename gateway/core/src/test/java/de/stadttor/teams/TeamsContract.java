package de.stadttor.teams;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link Colleagues} and {@link TeamAddresses} promise. */
public interface TeamsContract {

    Ports ports();

    @Test
    default void findsAColleagueByTheAddressInAnyCase() {
        Colleague erika = colleague("Erika");

        assertThat(ports().colleagues().put(erika).block()).isTrue();
        assertThat(ports().colleagues().byAddress(erika.address().toUpperCase()).block())
                .isEqualTo(erika);
        assertThat(ports().colleagues().byAddress("nobody@stadt.example").block())
                .isNull();
    }

    @Test
    default void replacesWhatWasKnownOfAColleague() {
        Colleague before = colleague("Erika");
        var after = new Colleague(before.subject(), "Erika Neu", "neu." + before.address(), Set.of("steuern"));
        ports().colleagues().put(before).block();

        assertThat(ports().colleagues().put(after).block()).isTrue();
        assertThat(ports().colleagues().byAddress(before.address()).block()).isNull();
        assertThat(ports().colleagues().byAddress(after.address()).block()).isEqualTo(after);
    }

    @Test
    default void givesNoAddressToTwoColleagues() {
        Colleague first = colleague("Erika");
        Colleague second = colleague("Max");
        ports().colleagues().put(first).block();
        ports().colleagues().put(second).block();
        var thief = new Colleague(second.subject(), "Max", first.address(), Set.of("*"));

        assertThat(ports().colleagues().put(thief).block()).isFalse();
        assertThat(ports().colleagues().byAddress(first.address()).block()).isEqualTo(first);
        assertThat(ports().colleagues().byAddress(second.address()).block()).isEqualTo(second);
    }

    @Test
    default void listsColleaguesInPages() {
        Colleague first = colleague("A");
        Colleague second = colleague("B");
        ports().colleagues().put(second).then(ports().colleagues().put(first)).block();

        assertThat(ports().colleagues().list(first.subject(), 1).collectList().block())
                .containsExactly(second);
    }

    @Test
    default void forgetsWhoLeaves() {
        Colleague erika = colleague("Erika");
        ports().colleagues().put(erika).block();

        assertThat(ports().colleagues().remove(erika.subject()).block()).isTrue();
        assertThat(ports().colleagues().remove(erika.subject()).block()).isFalse();
        assertThat(ports().colleagues().byAddress(erika.address()).block()).isNull();
    }

    @Test
    default void keepsOneAddressForAQueue() {
        String queue = "queue-" + ports().ids().next();
        ports().teamAddresses().put(queue, "alt@stadt.example").block();
        ports().teamAddresses().put(queue, "neu@stadt.example").block();

        assertThat(ports().teamAddresses().of(queue).block()).isEqualTo("neu@stadt.example");
        assertThat(ports().teamAddresses().remove(queue).block()).isTrue();
        assertThat(ports().teamAddresses().of(queue).block()).isNull();
        assertThat(ports().teamAddresses().remove(queue).block()).isFalse();
    }

    private Colleague colleague(String name) {
        String subject = name + "-" + ports().ids().next();
        return new Colleague(subject, name, subject + "@stadt.example", Set.of("buergerbuero"));
    }
}
