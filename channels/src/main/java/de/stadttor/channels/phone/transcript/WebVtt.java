package de.stadttor.channels.phone.transcript;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** WebVTT (W3C): cues, whose voices are speakers. */
final class WebVtt {

    private static final String SIGNATURE = "WEBVTT";
    private static final Pattern TAG = Pattern.compile("<(/?)([^<>]{0,200})>");

    private WebVtt() {}

    static List<SpokenTurn> read(List<String> lines) {
        String first = lines.isEmpty() ? "" : lines.getFirst();
        if (!first.equals(SIGNATURE) && !first.startsWith(SIGNATURE + " ") && !first.startsWith(SIGNATURE + "\t")) {
            throw new Refused(Refusal.Invalid.at("/lines/1", "webvtt"));
        }
        List<SpokenTurn> turns = new ArrayList<>();
        Cues.of(lines, 1).forEach(cue -> turns.addAll(turns(cue)));
        return turns;
    }

    /** A turn for each voice of the cue. */
    private static List<SpokenTurn> turns(Cues.Cue cue) {
        String text = String.join("\n", cue.text());
        List<SpokenTurn> turns = new ArrayList<>();
        var said = new StringBuilder();
        String speaker = null;
        Matcher tag = TAG.matcher(text);
        int from = 0;
        while (tag.find()) {
            said.append(text, from, tag.start());
            from = tag.end();
            if (isVoice(tag)) {
                add(turns, cue, speaker, said);
                speaker = tag.group(1).isEmpty() ? name(tag.group(2)) : null;
            }
        }
        said.append(text, from, text.length());
        add(turns, cue, speaker, said);
        return turns;
    }

    private static boolean isVoice(Matcher tag) {
        String name = tag.group(2);
        return name.equals("v") || name.startsWith("v ") || name.startsWith("v.");
    }

    /** Behind the classes, such as {@code v.loud Erika}. */
    private static @Nullable String name(String voice) {
        int blank = voice.indexOf(' ');
        String name = blank < 0 ? "" : plain(voice.substring(blank)).strip();
        return name.isEmpty() ? null : name;
    }

    private static void add(List<SpokenTurn> turns, Cues.Cue cue, @Nullable String speaker, StringBuilder said) {
        String text = plain(said.toString()).replaceAll("\\s+", " ").strip();
        if (!text.isEmpty()) {
            turns.add(SpokenTurn.plain(speaker, cue.startMs(), cue.endMs(), text));
        }
        said.setLength(0);
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&lrm;", "")
                .replace("&rlm;", "")
                .replace("&amp;", "&");
    }
}
