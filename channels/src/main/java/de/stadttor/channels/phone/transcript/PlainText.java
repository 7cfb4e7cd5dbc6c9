package de.stadttor.channels.phone.transcript;

import java.util.List;

/** Plain text: a turn in each line. */
final class PlainText {

    private PlainText() {}

    static List<SpokenTurn> read(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> SpeakerLine.of(line, null, null))
                .toList();
    }
}
