package de.stadttor.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VaultTest {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    private final Vault vault = vault(0, "purpose");

    @Test
    void opensWhatItLockedOnEveryNode() throws BrokenSeal {
        assertThat(vault(0, "purpose").unlock("label", vault.lock("label", CONTENT)))
                .isEqualTo(CONTENT);
    }

    @Test
    void locksTheSameDifferentlyEachTime() {
        assertThat(vault.lock("label", CONTENT)).isNotEqualTo(vault.lock("label", CONTENT));
    }

    @Test
    void opensNothingOfAnotherKeyPurposeOrLabel() {
        byte[] locked = vault.lock("label", CONTENT);
        broken(vault(1, "purpose"), "label", locked);
        broken(vault(0, "another"), "label", locked);
        broken(vault, "another", locked);
    }

    @Test
    void opensNothingThatWasChangedInAnyByteOrCutAnywhere() {
        byte[] locked = vault.lock("label", CONTENT);
        for (int at = 0; at < locked.length; at++) {
            byte[] changed = locked.clone();
            changed[at] ^= 1;
            broken(vault, "label", changed);
            broken(vault, "label", Arrays.copyOf(locked, at));
        }
    }

    private static void broken(Vault vault, String label, byte[] locked) {
        assertThatThrownBy(() -> vault.unlock(label, locked)).isInstanceOf(BrokenSeal.class);
    }

    private static Vault vault(int installation, String purpose) {
        byte[] key = new byte[32];
        key[0] = (byte) installation;
        return new Vault(Seal.derive(key, purpose));
    }
}
