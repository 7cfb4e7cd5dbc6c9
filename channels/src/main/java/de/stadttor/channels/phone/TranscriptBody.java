package de.stadttor.channels.phone;

import de.stadttor.channels.phone.transcript.SpokenTurn;
import de.stadttor.channels.phone.transcript.WhisperSegment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a transcript as JSON.
 *
 * @param turns in our own words
 * @param segments in Whisper's
 */
record TranscriptBody(
        @Nullable Integer piece,
        @Nullable Integer revision,
        @Nullable String mode,
        @Nullable String language,
        EventBody.@Nullable ConsentBody consent,
        EventBody.@Nullable RecordingBody recording,
        @Nullable List<TurnBody> turns,
        @Nullable List<WhisperSegment> segments) {

    /** What it says goes before what the request says beside it. */
    Terms terms(Terms beside, Instant now, Duration keepRecording) {
        return new Terms(
                piece == null ? beside.piece() : piece,
                revision == null ? beside.revision() : revision,
                mode == null ? beside.mode() : mode,
                language == null ? beside.language() : language,
                consent == null ? beside.consent() : consent.consent(now),
                recording == null ? beside.recording() : recording.recording(now.plus(keepRecording)));
    }

    List<SpokenTurn> spoken() {
        return Stream.concat(
                        Objects.requireNonNullElse(turns, List.<TurnBody>of()).stream()
                                .map(TurnBody::spoken),
                        Objects.requireNonNullElse(segments, List.<WhisperSegment>of()).stream()
                                .filter(segment -> !segment.text().isBlank())
                                .map(segment -> segment.turn(language)))
                .toList();
    }

    /** @param start in milliseconds, like {@code end} */
    record TurnBody(
            @Nullable String speaker,
            @Nullable Long start,
            @Nullable Long end,
            String text,
            @Nullable Double confidence,
            @Nullable String language,
            @Nullable List<WordBody> words) {

        SpokenTurn spoken() {
            return new SpokenTurn(
                    speaker,
                    start,
                    end,
                    text,
                    confidence,
                    language,
                    Objects.requireNonNullElse(words, List.<WordBody>of()).stream()
                            .map(word -> new SpokenTurn.Word(word.text(), word.confidence()))
                            .toList());
        }
    }

    record WordBody(String text, double confidence) {}
}
