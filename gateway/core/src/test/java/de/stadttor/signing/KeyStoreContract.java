package de.stadttor.signing;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.signing.KeyStore.Locked;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link KeyStore} promises. Its keys' terms lie far in the past, where they disturb nobody. */
public interface KeyStoreContract {

    Ports ports();

    @Test
    default void keepsTheFirstOfTwoKeysOfOneGenerationAndForgetsWhatIsOld() {
        Instant start = Instant.parse("2001-01-01T00:00:00Z");
        KeyTerm first = KeyTerm.atOnce(-2, start);
        KeyTerm second = first.next(start);
        byte[] content = {0, 1, -1};
        store().add(new Locked(second, content))
                .then(store().add(new Locked(first, content)))
                .then(store().add(new Locked(first, new byte[] {9})))
                .block();
        assertThat(store().all().map(Locked::term).take(2).collectList().block())
                .containsExactly(first, second);
        assertThat(store().all().blockFirst().content()).isEqualTo(content);
        store().forget(second.signsFrom()).block();
        assertThat(store().all().map(Locked::term).blockFirst()).isEqualTo(second);
        store().forget(second.signsFrom().plusSeconds(1)).block();
        assertThat(store().all().map(Locked::term).collectList().block()).doesNotContain(second);
    }

    private KeyStore store() {
        return ports().keys();
    }
}
