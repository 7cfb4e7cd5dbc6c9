package de.stadttor.channels.phone.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {

    private static final List<String> ALL = List.of("iban", "card", "number", "password");

    private final Masks masks = Masks.of(ALL, Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Meine Verbindung: DE89 3704 0044 0532 0130 00 bitte",
                "Meine Verbindung: DE89370400440532013000.",
                "das ist de 89 37 04 00 44 05 32 01 30 00 gewesen",
                "D E acht neun drei sieben null vier null null vier vier null fünf drei zwei null eins drei null null"
                        + " null",
                "acht neun, äh, siebenunddreißig null vier null null vierundvierzig null fuenf zweiunddreissig null"
                        + " eins dreißig null null",
                "NL91 ABNA 0417 1643 00",
                "GB82 WEST 1234 5698 7654 32"
            })
    void findsAccountNumbersHoweverTheyAreSpoken(String text) {
        assertThat(masked(text))
                .contains("[IBAN]")
                .doesNotContainPattern("\\d{4}")
                .doesNotContain("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1111",
                "5500-0000-0000-0004",
                "vier eins eins eins, eins eins eins eins, ja, eins eins eins eins, eins eins eins eins",
                "four one one one one one one one one one one one one one one one",
                "einundvierzig elf elf elf elf elf elf elf",
                "378282246310005"
            })
    void findsCardNumbersHoweverTheyAreSpoken(String text) {
        assertThat(masked("Es ist die " + text + " und gut"))
                .startsWith("Es ist die [Kartennummer]")
                .endsWith("gut");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mein Passwort ist Sommer2026",
                "Das Kennwort lautet: geheim",
                "meine PIN ist vier sieben eins eins",
                "my password is hunter2"
            })
    void findsPasswordsReadAloud(String text) {
        assertThat(masked(text + ". Danke."))
                .containsPattern("\\[(Passwort|Nummer)]")
                .endsWith("Danke.")
                .doesNotContain("2026", "geheim", "sieben", "hunter");
    }

    @Test
    void findsWhatAnswersAQuestionForAPassword() {
        assertThat(masked(List.of("Wie lautet Ihr Passwort?", "Sommer Sonne acht", "Danke sehr.")))
                .containsExactly("Wie lautet Ihr Passwort?", "[Passwort]", "Danke sehr.");
    }

    @Test
    void findsNumbersThatGoOnInTheNextTurn() {
        assertThat(masked(List.of("die DE89 3704 0044", "ja", "0532 0130 00 war das", "Danke.")))
                .containsExactly("die [IBAN]", "[IBAN]", "[IBAN] war das", "Danke.");
    }

    @Test
    void findsAnnouncedNumbersInWhichARecognizerErred() {
        assertThat(masked("Die IBAN lautet DE89 3704 0044 0532 0130 01, ja?")).contains("[Nummer]");
        assertThat(masked("Die Prüfnummer hinten ist 123.")).isEqualTo("Die Prüfnummer hinten ist [Nummer].");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ich wohne in der Hauptstraße 12, 80331 München, seit 1998.",
                "Meine Nummer ist 089 23300.",
                "Das Aktenzeichen ist 1234567890, Bescheid vom 12.03.2026.",
                "Ein Nest, zwei Bäume und drei Kinder.",
                "4111 1111 1111 1112",
                "Ich habe mein Passwort vergessen."
            })
    void leavesAloneWhatAnybodyMayKeep(String text) {
        assertThat(masked(text)).isEqualTo(text);
    }

    @Test
    void findsWhatSettingsName() {
        var more = Masks.of(List.of(), Map.of("Steuer-ID", "\\b\\d{2} \\d{3} \\d{3} \\d{3}\\b"));
        assertThat(more.in(List.of("Es ist 12 345 678 901.")))
                .containsExactly(List.of(new Masked(7, 21, "[Steuer-ID]")));
        assertThatThrownBy(() -> Masks.of(List.of("telepathy"), Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Masks.of(List.of(), Map.of("x", "("))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesItsTimeInProportionToWhatWasSaid() {
        List<String> day = IntStream.range(0, 20_000)
                .mapToObj(i -> "eins zwei drei vier fünf sechs sieben acht neun null IBAN PIN ist Passwort")
                .toList();
        assertTimeout(Duration.ofSeconds(20), () -> masks.in(day));
    }

    private String masked(String text) {
        return masked(List.of(text)).getFirst();
    }

    private List<String> masked(List<String> texts) {
        List<List<Masked>> places = masks.in(texts);
        return IntStream.range(0, texts.size())
                .mapToObj(i -> replaced(texts.get(i), places.get(i)))
                .toList();
    }

    private static String replaced(String text, List<Masked> places) {
        String replaced = text;
        for (Masked place : places.reversed()) {
            replaced = replaced.substring(0, place.start()) + place.label() + replaced.substring(place.end());
        }
        return replaced;
    }
}
