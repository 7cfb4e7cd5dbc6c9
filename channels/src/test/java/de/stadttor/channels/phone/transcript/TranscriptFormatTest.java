package de.stadttor.channels.phone.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

class TranscriptFormatTest {

    @Test
    void readsVoicesOfWebVtt() {
        var turns = read(TranscriptFormat.VTT, """
            \uFEFFWEBVTT - Anruf 115

            NOTE von der Maschine

            STYLE
            ::cue { color: red }

            1
            00:01.000 --> 00:02.500 align:start
            <v agent>Servicetelefon, <i>guten</i> Tag.</v>

            01:00:00.000 --> 01:00:01.000
            <v.loud Erika Mustermann>Ein Nest &amp; viele
            Wespen. <v agent>Oh!
            """);
        assertThat(turns)
                .containsExactly(
                        SpokenTurn.plain("agent", 1000L, 2500L, "Servicetelefon, guten Tag."),
                        SpokenTurn.plain("Erika Mustermann", 3_600_000L, 3_601_000L, "Ein Nest & viele Wespen."),
                        SpokenTurn.plain("agent", 3_600_000L, 3_601_000L, "Oh!"));
    }

    @Test
    void readsSubRip() {
        assertThat(read(TranscriptFormat.SRT, """
            1
            00:00:01,000 --> 00:00:02,500
            agent: <b>Guten</b> Tag.

            2
            00:00:03,000 --> 00:00:04,000
            Ein Nest
            am Balkon.
            """))
                .containsExactly(
                        SpokenTurn.plain("agent", 1000L, 2500L, "Guten Tag."),
                        SpokenTurn.plain(null, 3000L, 4000L, "Ein Nest am Balkon."));
    }

    @Test
    void readsPlainText() {
        assertThat(read(TranscriptFormat.PLAIN, "agent: Guten Tag.\r\n\r\nEin Nest.\n"))
                .containsExactly(
                        SpokenTurn.plain("agent", null, null, "Guten Tag."),
                        SpokenTurn.plain(null, null, null, "Ein Nest."));
    }

    @ParameterizedTest
    @CsvSource({
        "VTT, '', /lines/1, webvtt",
        "VTT, 'hello', /lines/1, webvtt",
        "VTT, 'WEBVTT||00:01.000 --> -00:02.000|x', /lines/3, time",
        "VTT, 'WEBVTT||-00:01.000 --> 00:02.000|x', /lines/3, time",
        "VTT, 'WEBVTT||one --> two|x', /lines/3, time",
        "SRT, 'Kein SubRip', /lines/1, subrip",
        "SRT, '1|00:00:01 --> 00:00:02|x', /lines/2, time"
    })
    void saysWhereItCannotBeRead(TranscriptFormat format, String text, String pointer, String code) {
        assertThatThrownBy(() -> read(format, text.replace('|', '\n')))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.Invalid.at(pointer, code)));
    }

    @Test
    void refusesWhatIsNoUtf8() {
        assertThatThrownBy(() -> TranscriptFormat.PLAIN.read("Grüße".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.Invalid.at("", "utf-8")));
    }

    @Test
    void isKnownByItsMediaType() {
        assertThat(TranscriptFormat.of(MediaType.parseMediaType("text/vtt;charset=UTF-8")))
                .contains(TranscriptFormat.VTT);
        assertThat(TranscriptFormat.of(MediaType.parseMediaType("text/srt"))).contains(TranscriptFormat.SRT);
        assertThat(TranscriptFormat.of(MediaType.parseMediaType("text/html"))).isEmpty();
    }

    private static List<SpokenTurn> read(TranscriptFormat format, String text) {
        return format.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
