package de.stadttor.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {

    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private final Challenge challenge = new Challenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

    @Test
    void isMetByItsVerifier() {
        assertThat(challenge.isMetBy(VERIFIER)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK",
                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk="
            })
    void isNotMetByAnythingElse(String verifier) {
        assertThat(challenge.isMetBy(verifier)).isFalse();
    }

    @Test
    void isNotMetByAVerifierThatIsTooShortToBeSafe() {
        var ofShort = new Challenge("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"); // SHA-256 of "abc"
        assertThat(ofShort.isMetBy("abc")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM"})
    void isNothingThatNoHashLooksLike(String text) {
        assertThatThrownBy(() -> new Challenge(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
