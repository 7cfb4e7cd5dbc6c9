package de.stadttor.channels.phone;

import de.stadttor.calls.Turn;
import de.stadttor.channels.phone.masking.Masked;
import de.stadttor.channels.phone.masking.Masks;
import de.stadttor.channels.phone.transcript.SpokenTurn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes of what was said what may be kept, before anybody keeps it: that is the original from then on. */
final class Masking {

    private final Masks masks;
    private final double unsure;

    /** @param unsure words below this confidence are marked */
    Masking(Masks masks, double unsure) {
        this.masks = masks;
        this.unsure = unsure;
    }

    List<Turn> of(List<SpokenTurn> spoken, @Nullable String language) {
        List<List<Masked>> places =
                masks.in(spoken.stream().map(SpokenTurn::text).toList());
        return IntStream.range(0, spoken.size())
                .mapToObj(i -> turn(Line.of(spoken.get(i), masks), spoken.get(i), places.get(i), language))
                .toList();
    }

    /** Once more over texts that were masked by themselves: what began in one may have ended in the next. */
    List<String> across(List<String> texts) {
        List<List<Masked>> places = masks.in(texts);
        return IntStream.range(0, texts.size())
                .mapToObj(i -> replaced(texts.get(i), places.get(i)))
                .toList();
    }

    private Turn turn(Line line, SpokenTurn spoken, List<Masked> places, @Nullable String language) {
        List<Masked> hidden = Masked.union(places, line.inText());
        List<Masked> all = new ArrayList<>(hidden);
        unsureIn(spoken).stream()
                .filter(place -> hidden.stream().noneMatch(masked -> masked.overlaps(place.start(), place.end())))
                .forEach(all::add);
        all.sort(Comparator.comparingInt(Masked::start));
        return new Turn(
                line.speaker(),
                spoken.startMs(),
                spoken.endMs(),
                replaced(spoken.text(), all),
                spoken.confidence(),
                spoken.language() == null ? language : spoken.language());
    }

    /** Single words if the recognizer rated them, else the whole turn. */
    private List<Masked> unsureIn(SpokenTurn spoken) {
        String text = spoken.text();
        Double confidence = spoken.confidence();
        if (spoken.words().isEmpty()) {
            return confidence != null && confidence < unsure && !text.isEmpty()
                    ? List.of(marked(text, 0, text.length()))
                    : List.of();
        }
        List<Masked> found = new ArrayList<>();
        int from = 0;
        for (SpokenTurn.Word word : spoken.words()) {
            int start = word.text().isEmpty() ? -1 : text.indexOf(word.text(), from);
            if (start >= 0) {
                from = start + word.text().length();
                if (word.confidence() < unsure) {
                    found.add(marked(text, start, from));
                }
            }
        }
        return found;
    }

    private static Masked marked(String text, int start, int end) {
        return new Masked(start, end, "[" + text.substring(start, end) + " ?]");
    }

    /**
     * A turn with its speaker before it, as a line: whoever the recognizer took for a speaker may be the beginning of
     * what was said ("Passwort: …").
     *
     * @param speaker as it may be kept
     * @param inText places in the text of the turn
     */
    private record Line(@Nullable String speaker, List<Masked> inText) {

        static Line of(SpokenTurn turn, Masks masks) {
            String speaker = turn.speaker();
            if (speaker == null) {
                return new Line(null, List.of());
            }
            int begin = speaker.length() + 2;
            List<Masked> places =
                    masks.in(List.of(speaker + ": " + turn.text())).getFirst();
            return new Line(
                    replaced(speaker, within(places, 0, speaker.length())),
                    within(places, begin, begin + turn.text().length()));
        }

        private static List<Masked> within(List<Masked> places, int begin, int end) {
            return places.stream()
                    .filter(place -> place.overlaps(begin, end))
                    .map(place -> place.clipped(begin, end))
                    .toList();
        }
    }

    private static String replaced(String text, List<Masked> places) {
        var result = new StringBuilder();
        int from = 0;
        for (Masked place : places) {
            result.append(text, from, place.start()).append(place.label());
            from = place.end();
        }
        return result.append(text, from, text.length()).toString();
    }
}
