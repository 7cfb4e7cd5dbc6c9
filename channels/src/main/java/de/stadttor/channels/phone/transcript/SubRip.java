package de.stadttor.channels.phone.transcript;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.util.List;
import java.util.regex.Pattern;

/** SubRip: numbered cues; a name before a colon is the speaker's. */
final class SubRip {

    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,200}>|\\{\\\\[^{}]{0,200}}");

    private SubRip() {}

    static List<SpokenTurn> read(List<String> lines) {
        List<Cues.Cue> cues = Cues.of(lines, 0);
        if (cues.isEmpty() && lines.stream().anyMatch(line -> !line.isBlank())) {
            throw new Refused(Refusal.Invalid.at("/lines/1", "subrip"));
        }
        return cues.stream()
                .map(cue -> SpeakerLine.of(
                        TAG.matcher(String.join(" ", cue.text())).replaceAll("").strip(), cue.startMs(), cue.endMs()))
                .filter(turn -> !turn.text().isEmpty())
                .toList();
    }
}
