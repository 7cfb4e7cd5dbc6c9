package de.stadttor.machines;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.machines.IntakeClient.Proof;
import de.stadttor.people.Machine.Right;
import de.stadttor.seals.Sha256;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What all {@link IntakeClients} promise. Every test has clients of its own, since others share the database. */
public interface IntakeClientsContract {

    Ports ports();

    @Test
    default void givesAClientBackAsItWasPut() {
        var signs = client(new Proof.Signature("bG9ja2Vk"), 1);
        String thumbprint = Sha256.hex(ports().ids().next().toString());
        var shows = client(new Proof.Certificate(thumbprint), 1);
        assertThat(clients().put(signs).block()).isTrue();
        assertThat(clients().put(shows).block()).isTrue();
        assertThat(clients().find(signs.name()).block()).isEqualTo(signs);
        assertThat(clients().ofCertificate(thumbprint).block()).isEqualTo(shows);
        clients().ofCertificate(Sha256.hex("another")).as(StepVerifier::create).verifyComplete();
        assertThat(clients().put(client(shows.proof(), 1)).block()).isFalse();
    }

    @Test
    default void takesTheNextVersionOfAClientOnly() {
        var first = client(new Proof.Signature("YQ=="), 1);
        var second = new IntakeClient(first.name(), Set.of(), Set.of("*"), new Proof.Signature("Yg=="), 2);
        assertThat(clients().put(second).block()).isFalse();
        assertThat(clients().put(first).block()).isTrue();
        assertThat(clients().put(first).block()).isFalse();
        assertThat(clients().put(second).block()).isTrue();
        assertThat(clients().find(first.name()).block()).isEqualTo(second);
        assertThat(clients().remove(first.name(), 1).block()).isFalse();
        assertThat(clients().remove(first.name(), 2).block()).isTrue();
    }

    @Test
    default void listsClientsByNameFromThereOn() {
        var one = client(new Proof.Signature("YQ=="), 1);
        var other = client(new Proof.Signature("Yg=="), 1);
        clients().put(other).block();
        clients().put(one).block();
        assertThat(clients().list(one.name(), 1).collectList().block()).containsExactly(other);
    }

    private IntakeClient client(Proof proof, long version) {
        return new IntakeClient(
                "client-" + ports().ids().next(),
                Set.of(Right.SUBMIT, Right.ASSERT_IDENTITY),
                Set.of("insektennest", "strassenschaden"),
                proof,
                version);
    }

    private IntakeClients clients() {
        return ports().intakeClients();
    }
}
