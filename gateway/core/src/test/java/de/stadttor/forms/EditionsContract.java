package de.stadttor.forms;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What all {@link Editions} promise. Every test has forms of its own, since others may share the database. */
public interface EditionsContract {

    Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    Instant LATER = NOW.plusSeconds(60);

    Ports ports();

    @Test
    default void givesAnEditionBackAsItWasAdded() {
        Edition edition = edition(name(), 1);
        assertThat(add(edition, NOW)).isTrue();
        assertThat(newest(edition.form().key())).isEqualTo(edition);
        assertThat(ports().editions().find(edition.form().key(), 1).block()).isEqualTo(edition);
        ports().editions()
                .find(edition.form().key(), 2)
                .as(StepVerifier::create)
                .verifyComplete();
        ports().editions().find(name(), null).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void addsTheNextVersionOnly() {
        String name = name();
        assertThat(add(edition(name, 2), NOW)).isFalse();
        assertThat(add(edition(name, 1), NOW)).isTrue();
        assertThat(add(edition(name, 1), NOW)).isFalse();
        assertThat(add(edition(name, 3), NOW)).isFalse();
        assertThat(add(edition(name, 2), NOW)).isTrue();
        assertThat(newest(name).form().version()).isEqualTo(2);
    }

    @Test
    default void olderVersionsEndUnlessTheyEndSooner() {
        String name = name();
        add(edition(name, 1), NOW);
        add(edition(name, 2), NOW);
        add(edition(name, 3), LATER);
        assertThat(end(name, 1)).isEqualTo(NOW);
        assertThat(end(name, 2)).isEqualTo(LATER);
        assertThat(end(name, 3)).isNull();
    }

    @Test
    default void aFormEndsAsAWholeAndBeginsAgainInItsNewestVersion() {
        String name = name();
        add(edition(name, 1), NOW);
        add(edition(name, 2), LATER);
        ports().editions().end(name, NOW).block();
        ports().editions().end(name, LATER).block();
        assertThat(end(name, 1)).isEqualTo(NOW);
        assertThat(end(name, 2)).isEqualTo(NOW);
        ports().editions().reopen(name).block();
        assertThat(end(name, 1)).isEqualTo(NOW);
        assertThat(end(name, 2)).isNull();
    }

    @Test
    default void listsTheNewestOfEachForm() {
        String one = name();
        String other = name();
        add(edition(one, 1), NOW);
        add(edition(other, 1), NOW);
        add(edition(one, 2), NOW);
        String before = one.substring(0, one.length() - 1);
        assertThat(ports().editions().newest(before, 1).collectList().block()).containsExactly(edition(one, 2));
        assertThat(ports().editions().newest(one, 1).collectList().block()).containsExactly(edition(other, 1));
    }

    @Test
    default void listsTheVersionsOfAFormTheNewestFirst() {
        String name = name();
        add(edition(name, 1), NOW);
        add(edition(name, 2), NOW);
        add(edition(name, 3), NOW);
        assertThat(ports().editions()
                        .of(name, null, 2)
                        .map(found -> found.form().version())
                        .collectList()
                        .block())
                .containsExactly(3, 2);
        assertThat(ports().editions()
                        .of(name, 2, 2)
                        .map(found -> found.form().version())
                        .collectList()
                        .block())
                .containsExactly(1);
    }

    private String name() {
        return "form-" + ports().ids().next();
    }

    private boolean add(Edition edition, Instant olderUntil) {
        return Boolean.TRUE.equals(ports().editions().add(edition, olderUntil).block());
    }

    private Edition newest(String name) {
        return ports().editions().find(name, null).block();
    }

    private @Nullable Instant end(String name, int version) {
        return ports().editions().find(name, version).block().form().acceptedUntil();
    }

    private static Edition edition(String name, int version) {
        return new Edition(TestForms.nest(name, version), NOW, "admin");
    }
}
