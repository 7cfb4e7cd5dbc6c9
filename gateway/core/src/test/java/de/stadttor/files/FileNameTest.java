package de.stadttor.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Foto.jpg", "Plan (2).pdf", "Übersicht – Süd.txt", ".profile", "a", "写真.png"})
    void takesNamesAsPeopleGiveThem(String name) {
        assertThat(FileName.acceptable(name)).isTrue();
        assertThat(FileName.of(name).toString()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../passwd", "/etc/passwd", "C:\\boot.ini", "a/b", "a\\b", ".", "..", " .. ", " . "})
    void refusesWhatLooksLikeAPath(String name) {
        refused(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000.txt", "a\n.txt", "a\r\n.txt", "a\u007f.txt", "a\u0085.txt", "a\u2028.txt", "\t"})
    void refusesControlCharactersAndLineBreaks(String name) {
        refused(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rechnung\u202Etxt.exe", "a\u200Fb", "a\u2066b", "\uFEFFa", "a\u200Bb"})
    void refusesMarksThatHideOrTurnTheText(String name) {
        refused(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000"})
    void refusesNothing(String name) {
        refused(name);
    }

    @Test
    void refusesHalfACharacter() {
        refused("a\uD83D.txt");
    }

    @Test
    void takesTwoHundredCharactersAndNotOneMore() {
        assertThat(FileName.acceptable("x".repeat(200))).isTrue();
        refused("x".repeat(201));
    }

    @Test
    void measuresTheNameAsItWillBeKept() {
        String grows = "\uFB2C".repeat(100);
        refused(grows);
        assertThat(FileName.acceptable(" " + "x".repeat(200) + " ")).isTrue();
    }

    @Test
    void keepsUmlautsInOneForm() {
        assertThat(FileName.of("U\u0308bersicht.txt").value()).isEqualTo("Übersicht.txt");
    }

    /** Both ways in must agree: what is called acceptable must not fail afterwards. */
    private static void refused(String name) {
        assertThat(FileName.acceptable(name)).isFalse();
        assertThatThrownBy(() -> FileName.of(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
