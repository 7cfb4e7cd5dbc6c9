package de.stadttor.channels.phone;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.calls.Turn;
import de.stadttor.channels.phone.masking.Masks;
import de.stadttor.channels.phone.transcript.SpokenTurn;
import de.stadttor.channels.phone.transcript.SpokenTurn.Word;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    private final Masking masking = new Masking(Masks.of(List.of("iban", "card", "password"), Map.of()), 0.5);

    @Test
    void marksWordsOfWhichTheRecognizerIsUnsure() {
        assertThat(text("Ein Nest am Nest", null, new Word("Nest", 0.9), new Word("Nest", 0.2)))
                .isEqualTo("Ein Nest am [Nest ?]");
    }

    @Test
    void marksATurnOfWhichItIsUnsureAltogether() {
        assertThat(text("Ein Nest", 0.3)).isEqualTo("[Ein Nest ?]");
        assertThat(text("Ein Nest", 0.6)).isEqualTo("Ein Nest");
    }

    @Test
    void masksBeforeItMarks() {
        assertThat(text("Karte 4111 1111 1111 1111 ja", null, new Word("4111", 0.1), new Word("ja", 0.1)))
                .isEqualTo("Karte [Kartennummer] [ja ?]");
    }

    @Test
    void findsInPiecesPutTogetherWhatNoneOfThemShowed() {
        assertThat(masking.across(List.of("die 4111 1111", "1111 1111 bitte")))
                .containsExactly("die [Kartennummer]", "[Kartennummer] bitte");
    }

    @ParameterizedTest
    @CsvSource({
        "Mein Passwort ist, Hund7, Mein Passwort ist, [Passwort]",
        "PIN, 4711, PIN, [Passwort]",
        "DE89 3704 0044 0532 0130 00, das ist sie, [IBAN], das ist sie",
        "Anrufer, es ist 4111 1111 1111 1111, Anrufer, es ist [Kartennummer]"
    })
    void masksWhatARecognizerTookForASpeaker(String speaker, String said, String keptSpeaker, String kept) {
        var spoken = new SpokenTurn(speaker, 0L, 1L, said, null, null, List.of());
        assertThat(masking.of(List.of(spoken), "de")).singleElement().satisfies(turn -> {
            assertThat(turn.speaker()).isEqualTo(keptSpeaker);
            assertThat(turn.text()).isEqualTo(kept);
        });
    }

    private String text(String said, @Nullable Double confidence, Word... words) {
        var spoken = new SpokenTurn("caller", 0L, 1L, said, confidence, null, List.of(words));
        return masking.of(List.of(spoken), "de").stream()
                .map(Turn::text)
                .findFirst()
                .orElseThrow();
    }
}
