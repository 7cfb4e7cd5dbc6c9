package de.stadttor.sorting;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.sorting.SortingRule.Action;
import de.stadttor.sorting.SortingRule.Condition;
import de.stadttor.sorting.SortingRule.Part;
import de.stadttor.ticketing.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What all {@link Sortings} promise. Every test has mailboxes of its own, since others may share the database. */
public interface SortingsContract {

    Ports ports();

    @Test
    default void givesASortingBackAsItWasPut() {
        Sorting sorting = first(
                new SortingRule(
                        "Werbung",
                        true,
                        List.of(new Condition(Part.SUBJECT, SortingRule.Test.REGEX, "(?i)\\bgewinn\\\"")),
                        new Action(null, null, true, false)),
                new SortingRule(
                        "Eilig",
                        false,
                        List.of(new Condition(Part.AUTOMATIC, SortingRule.Test.EQUALS, "list")),
                        new Action("tiere", Priority.HIGH, false, true)));
        assertThat(ports().sortings().put(sorting).block()).isTrue();
        assertThat(ports().sortings().find(sorting.mailbox()).block()).isEqualTo(sorting);
    }

    @Test
    default void takesTheNextVersionOnly() {
        Sorting first = first();
        Sorting second = first.next("tiere", List.of());
        assertThat(ports().sortings().put(second).block()).isFalse();
        assertThat(ports().sortings().put(first).block()).isTrue();
        assertThat(ports().sortings().put(first).block()).isFalse();
        assertThat(ports().sortings().put(second).block()).isTrue();
        assertThat(ports().sortings().put(second).block()).isFalse();
        assertThat(ports().sortings().find(first.mailbox()).block()).isEqualTo(second);
    }

    @Test
    default void removesTheVersionThatIsNamedOnly() {
        Sorting first = first();
        ports().sortings().put(first).block();
        assertThat(ports().sortings().remove(first.mailbox(), 2).block()).isFalse();
        assertThat(ports().sortings().remove(first.mailbox(), 1).block()).isTrue();
        ports().sortings().find(first.mailbox()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void listsByMailboxFromThereOn() {
        Sorting one = first();
        Sorting other = first();
        ports().sortings().put(other).block();
        ports().sortings().put(one).block();
        var from = one.mailbox().substring(0, one.mailbox().length() - 1);
        assertThat(ports().sortings().list(from, 1).collectList().block()).containsExactly(one);
        assertThat(ports().sortings().list(one.mailbox(), 1).collectList().block())
                .containsExactly(other);
    }

    private Sorting first(SortingRule... rules) {
        return new Sorting("box-" + ports().ids().next(), "gartenbau", List.of(rules), 1);
    }
}
