package de.stadttor.channels.phone.transcript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line that may begin with who speaks. */
final class SpeakerLine {

    private static final Pattern SPEAKER = Pattern.compile("(\\p{L}[\\p{L}\\p{N} ._-]{0,40}):\\s+(\\S.*)");

    private SpeakerLine() {}

    static SpokenTurn of(String line, @Nullable Long startMs, @Nullable Long endMs) {
        Matcher spoken = SPEAKER.matcher(line);
        return spoken.matches()
                ? SpokenTurn.plain(spoken.group(1), startMs, endMs, spoken.group(2))
                : SpokenTurn.plain(null, startMs, endMs, line);
    }
}
