package de.stadttor.channels.phone.transcript;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Whisper and its kin write: a segment with times in seconds, and perhaps words with a probability.
 *
 * @param avg_logprob mean logarithm of the probability of what it consists of
 * @param speaker told by those of its kin that tell speakers apart
 */
public record WhisperSegment(
        double start,
        double end,
        String text,
        @Nullable Double avg_logprob,
        @Nullable String speaker,
        @Nullable List<SegmentWord> words) {

    private static final double MILLIS = 1000;

    public SpokenTurn turn(@Nullable String language) {
        return new SpokenTurn(
                speaker,
                Math.round(start * MILLIS),
                Math.round(end * MILLIS),
                text.strip(),
                avg_logprob == null ? null : Double.valueOf(Math.min(1, Math.exp(avg_logprob))),
                language,
                Objects.requireNonNullElse(words, List.<SegmentWord>of()).stream()
                        .flatMap(SegmentWord::rated)
                        .toList());
    }

    /** Some call it probability, others score. */
    record SegmentWord(
            String word,
            @Nullable Double probability,
            @Nullable Double score) {

        Stream<SpokenTurn.Word> rated() {
            Double sure = probability == null ? score : probability;
            return Stream.ofNullable(sure)
                    .map(value -> new SpokenTurn.Word(word.strip(), Objects.requireNonNull(value)));
        }
    }
}
