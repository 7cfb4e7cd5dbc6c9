package de.stadttor.channels.phone.transcript;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What WebVTT and SubRip have in common: blocks between empty lines, with a line of times. */
final class Cues {

    private static final Pattern TIMES = Pattern.compile(
            "\\s*(-?)(?:(\\d{1,4}):)?(\\d{2}):(\\d{2})[.,](\\d{3})\\s+-->\\s+(-?)(?:(\\d{1,4}):)?(\\d{2}):(\\d{2})[.,](\\d{3})(?:\\s.*)?");

    private Cues() {}

    /** @param first the line to begin at */
    static List<Cue> of(List<String> lines, int first) {
        List<Cue> cues = new ArrayList<>();
        int line = first;
        while (line < lines.size()) {
            int end = line;
            while (end < lines.size() && !lines.get(end).isBlank()) {
                end++;
            }
            if (end > line) {
                read(lines, line, end, cues);
            }
            line = end + 1;
        }
        return cues;
    }

    /** A block without times is a comment or a style in WebVTT; what looks like times must be some. */
    private static void read(List<String> lines, int from, int to, List<Cue> cues) {
        for (int line = from; line < to; line++) {
            if (lines.get(line).contains("-->")) {
                Matcher times = TIMES.matcher(lines.get(line));
                if (!times.matches() || times.group(1).length() + times.group(6).length() > 0) {
                    throw new Refused(Refusal.Invalid.at("/lines/" + (line + 1), "time"));
                }
                cues.add(new Cue(line + 1, millis(times, 2), millis(times, 7), lines.subList(line + 1, to)));
                return;
            }
        }
    }

    private static long millis(Matcher times, int group) {
        String hours = times.group(group);
        long minutes = (hours == null ? 0 : Long.parseLong(hours)) * 60 + Long.parseLong(times.group(group + 1));
        return (minutes * 60 + Long.parseLong(times.group(group + 2))) * 1000 + Long.parseLong(times.group(group + 3));
    }

    /** @param line of its times, from 1 */
    record Cue(int line, long startMs, long endMs, List<String> text) {}
}
