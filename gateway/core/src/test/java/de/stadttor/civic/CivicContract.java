package de.stadttor.civic;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.files.FileId;
import de.stadttor.seals.Sha256;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What all stores of civic services promise. Every test has rows of its own, since others share the database. */
public interface CivicContract {

    Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    Ports ports();

    @Test
    default void givesAServiceBackAsItWasPut() {
        CivicService shown = TestCivic.shown(name(), name());
        CivicService hidden = TestCivic.hidden(name(), name());
        assertThat(services().put(shown).block()).isTrue();
        assertThat(services().put(hidden).block()).isTrue();
        assertThat(services().find(shown.code()).block()).isEqualTo(shown);
        assertThat(services().ofForm(hidden.form()).block()).isEqualTo(hidden);
    }

    @Test
    default void takesTheNextVersionOfAServiceOnly() {
        CivicService first = TestCivic.shown(name(), name());
        assertThat(services().put(first.withVersion(2)).block()).isFalse();
        assertThat(services().put(first).block()).isTrue();
        assertThat(services().put(first).block()).isFalse();
        assertThat(services().put(first.withVersion(2)).block()).isTrue();
        assertThat(services().remove(first.code(), 1).block()).isFalse();
        assertThat(services().remove(first.code(), 2).block()).isTrue();
        services().find(first.code()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void letsNoTwoServicesHaveOneForm() {
        String form = name();
        assertThat(services().put(TestCivic.shown(name(), form)).block()).isTrue();
        assertThat(services().put(TestCivic.shown(name(), form)).block()).isFalse();
    }

    @Test
    default void listsServicesByCodeFromThereOn() {
        CivicService one = TestCivic.shown(name(), name());
        CivicService other = TestCivic.shown(name(), name());
        services().put(other).block();
        services().put(one).block();
        assertThat(services().list(one.code(), 1).collectList().block()).containsExactly(other);
    }

    @Test
    default void keepsTheLatestPublicationOfATicketUntilItIsRemoved() {
        var ticket = new TicketId(ports().ids().next());
        var photo = new Publication.Photo(
                new MessageId(ports().ids().next()), new FileId(ports().ids().next()));
        var first = new Publication(ticket, "Ein Schlagloch", photo, "karin", NOON);
        var second = new Publication(ticket, "Ausgebessert", null, "theo", NOON.plusSeconds(1));
        publications().put(first).block();
        assertThat(publications().find(ticket).block()).isEqualTo(first);
        publications().put(second).block();
        assertThat(publications()
                        .of(List.of(ticket, new TicketId(ports().ids().next())))
                        .block())
                .isEqualTo(Map.of(ticket, second));
        assertThat(publications().of(List.of()).block()).isEmpty();
        assertThat(publications().remove(ticket).block()).isTrue();
        assertThat(publications().remove(ticket).block()).isFalse();
    }

    @Test
    default void findsAKeyByItsHashUntilItIsRevoked() {
        var key = new ApiKey(ports().ids().next(), "Mängel-App", NOON, null);
        byte[] hash = Sha256.of(key.id().toString());
        keys().add(key, hash).block();
        assertThat(keys().find(hash).block()).isEqualTo(key);
        keys().find(Sha256.of("another")).as(StepVerifier::create).verifyComplete();
        assertThat(keys().revoke(key.id(), NOON.plusSeconds(5)).block()).isTrue();
        keys().find(hash).as(StepVerifier::create).verifyComplete();
        assertThat(keys().revoke(key.id(), NOON.plusSeconds(9)).block()).isTrue();
        var revoked = new ApiKey(key.id(), key.name(), NOON, NOON.plusSeconds(5));
        assertThat(keys().find(key.id()).block()).isEqualTo(revoked);
        assertThat(keys().list(null, 1000).collectList().block()).contains(revoked);
        assertThat(keys().revoke(ports().ids().next(), NOON).block()).isFalse();
    }

    private CivicServices services() {
        return ports().civicServices();
    }

    private Publications publications() {
        return ports().publications();
    }

    private ApiKeys keys() {
        return ports().apiKeys();
    }

    private String name() {
        return "civic-" + ports().ids().next();
    }
}
