package de.stadttor.signing;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.seals.Seal;
import de.stadttor.seals.Vault;
import de.stadttor.signing.KeyStore.Locked;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class SigningKeysTest {

    /** Too few for use, but quickly found. */
    private static final int BITS = 1024;

    private static final Duration INSTANT = Duration.ofNanos(1);

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final SigningKeys keys = keys(0);

    @Test
    void makesTheFirstKeyWhenItIsAskedForAndSignsAtOnce() {
        assertThat(signing(keys)).isEqualTo("g1");
        assertThat(shown()).containsExactly("g1");
    }

    @Test
    void givesEveryNodeTheSameKey() {
        var first = keys.ring().block().signing(now());
        var elsewhere = keys(0).ring().block().signing(now());
        assertThat(elsewhere.secret()).isEqualTo(first.secret());
        assertThat(elsewhere.open()).isEqualTo(first.open());
    }

    @Test
    void announcesSignsAndShowsOn() {
        keys.ring().block();
        pass(KeyTerm.SIGNING.minus(KeyTerm.ANNOUNCED).minus(INSTANT));
        assertThat(shown()).containsExactly("g1");
        pass(INSTANT);
        assertThat(shown()).containsExactly("g1", "g2");
        assertThat(signing(keys)).isEqualTo("g1");
        pass(KeyTerm.ANNOUNCED.minus(INSTANT));
        assertThat(signing(keys)).isEqualTo("g1");
        pass(INSTANT);
        assertThat(signing(keys)).isEqualTo("g2");
        assertThat(shown()).containsExactly("g1", "g2");
        pass(KeyTerm.SHOWN_AFTER);
        assertThat(shown()).containsExactly("g2");
    }

    @Test
    void signsAtOnceWithANewKeyAfterALongSleep() {
        keys.ring().block();
        pass(KeyTerm.SIGNING.multipliedBy(5));
        assertThat(signing(keys)).isEqualTo("g2");
        assertThat(shown()).containsExactly("g2");
    }

    @Test
    void forgetsAKeyWhenItsSignaturesNoLongerCount() {
        keys.ring().block();
        pass(KeyTerm.SIGNING);
        keys.ring().block();
        assertThat(keys.tidy().block()).isZero();
        pass(KeyTerm.SHOWN_AFTER.plus(INSTANT));
        assertThat(keys.tidy().block()).isEqualTo(1);
    }

    @Test
    void keepsKeysUnreadable() {
        var key = keys.ring().block().signing(now());
        byte[] kept = ports.keys().all().map(Locked::content).blockFirst();
        byte[] prime = key.secret().getPrimeP().toByteArray();
        assertThat(indexOf(kept, Arrays.copyOfRange(prime, 8, 24))).isNegative();
        assertThat(key.toString()).doesNotContain(key.secret().getPrimeP().toString());
    }

    @Test
    void saysWhenTheInstallationKeyIsAnother() {
        keys.ring().block();
        keys(1).ring()
                .as(StepVerifier::create)
                .verifyErrorSatisfies(failure -> assertThat(failure).hasMessageContaining("another installation key"));
    }

    private SigningKeys keys(int installation) {
        byte[] key = new byte[32];
        key[0] = (byte) installation;
        return new SigningKeys(ports.keys(), new Vault(Seal.derive(key, "signing-keys")), ports.clock(), BITS);
    }

    private String signing(SigningKeys of) {
        return of.ring().block().signing(now()).term().id();
    }

    private List<String> shown() {
        return keys.ring().block().shown(now()).stream()
                .map(key -> key.term().id())
                .toList();
    }

    private void pass(Duration time) {
        ports.clock().advance(time);
    }

    private Instant now() {
        return ports.clock().instant();
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int at = 0; at <= all.length - part.length; at++) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }
}
