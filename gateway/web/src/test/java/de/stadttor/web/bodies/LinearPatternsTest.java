package de.stadttor.web.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPatternsTest {

    private final LinearPatterns patterns = new LinearPatterns();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[0-9]{10,13}$",
                "^[A-Z]{2}[0-9]{2}( ?[0-9A-Z]{4}){3,7}$",
                "(a+)+$",
                "\\p{L}",
                "^[^\\u0000-\\u001f]*$",
                "a/b\\/c"
            })
    void usesWhatFormsNeed(String pattern) {
        assertThat(LinearPatterns.isUsable(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "(?=a)", "(?<!a)b", "(a)\\1", "((a{1000}){1000}){1000}", "(((a{1,99}){1,99}){1,99}){1,99}"})
    void refusesWhatItCannotRunInBoundedTime(String pattern) {
        assertThat(LinearPatterns.isUsable(pattern)).isFalse();
    }

    @Test
    void refusesAPatternThatIsALongText() {
        assertThat(LinearPatterns.isUsable("a".repeat(501))).isFalse();
    }

    @Test
    void looksForTheCharactersThatItsNumbersName() {
        assertThat(fits("^[\\u00e4\\u00f6]+$", "äö")).isTrue();
        assertThat(fits("^\\\\u00e4$", "ä")).isFalse();
        assertThat(fits("^\\\\u00e4$", "\\u00e4")).isTrue();
    }

    @Test
    void looksAnywhereInTheText() {
        assertThat(fits("[0-9]{5}", "80331 München")).isTrue();
        assertThat(fits("^[0-9]{5}$", "80331 München")).isFalse();
    }

    @Test
    void isDoneSoonWhateverTheTextIs() {
        String bomb = "a".repeat(2_000_000) + "!";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(fits("^(a+)+$", bomb)).isFalse();
            assertThat(fits("(x?){1000}(a|aa)+$", bomb)).isFalse();
        });
    }

    private boolean fits(String pattern, String text) {
        return patterns.getRegularExpression(pattern).matches(text);
    }
}
