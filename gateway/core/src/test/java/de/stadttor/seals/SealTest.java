package de.stadttor.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final byte[] KEY = "an installation key, 32 bytes and more".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTENT = "position 42".getBytes(StandardCharsets.UTF_8);

    private final Seal seal = Seal.derive(KEY, "cursors");

    @Test
    void opensWhatItClosedForTheSameAudience() throws BrokenSeal {
        assertThat(seal.open("citizen 1", seal.close("citizen 1", CONTENT))).isEqualTo(CONTENT);
    }

    @Test
    void refusesAnotherAudience() {
        String sealed = seal.close("citizen 1", CONTENT);
        assertThatThrownBy(() -> seal.open("citizen 2", sealed)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void refusesWhatWasSealedForAnotherPurpose() {
        String sealed = Seal.derive(KEY, "event-ids").close("citizen 1", CONTENT);
        assertThatThrownBy(() -> seal.open("citizen 1", sealed)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void refusesEveryChangedCharacter() {
        String sealed = seal.close("citizen 1", CONTENT);
        for (int i = 0; i < sealed.length() - 1; i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
            assertThatThrownBy(() -> seal.open("citizen 1", changed)).isInstanceOf(BrokenSeal.class);
        }
    }

    @Test
    void refusesWhatIsNoSealAtAll() {
        for (String text : new String[] {"", "a", "ä€", "not base64!", "AAAA"}) {
            assertThatThrownBy(() -> seal.open("citizen 1", text)).isInstanceOf(BrokenSeal.class);
        }
    }

    @Test
    void refusesAShortKey() {
        assertThatThrownBy(() -> Seal.derive(new byte[31], "cursors")).isInstanceOf(IllegalArgumentException.class);
    }
}
