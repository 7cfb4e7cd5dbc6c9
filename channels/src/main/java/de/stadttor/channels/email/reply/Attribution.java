package de.stadttor.channels.email.reply;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that introduces a quotation, such as {@code Am 03.02.2026 um 10:22 schrieb Max Muster <max@example.org>:}.
 * It may be wrapped over several lines. An ordinary sentence that speaks of writing is none: a time of day, an address
 * or a quotation right below must bear it out.
 */
final class Attribution {

    private static final int MOST_LINES = 5;
    private static final int LONGEST = 500;

    private static final Pattern WRITING = Pattern.compile(
            "(?iu)(?<![\\p{L}])(?:wrote|sent|writes|schrieb|schrieben|geschrieben|schreibt|a écrit|écrit|a"
                + " ecrit|escribió|escribio|ha escrito|escribe|ha scritto|scrive|scritto|escreveu|yazdı|yazmış|şunları"
                + " yazdı|napisał|napisała|napisał\\(a\\)|napisał/a|pisze"
                + "|написал|написала|написал\\(а\\)|написал\\(a\\)|пишет|писал|писала|написав|написала|пише|писав|schreef|geschreven|skrev|kirjoitti|napsal|napsala|napsal\\(a\\)|napísal|írta|ezt"
                + " írta|a scris|scris|έγραψε|viết|đã viết|napisao|je"
                + " napisao|napisao/la|rašė|rakstīja|kirjutas|shkroi|a scrie|написа|написао|написао/ла|је"
                + " написао|napisal|napisala|napisana przez|menulis|missatge"
                + " de)(?![\\p{L}])|写道|寫道|写到|のメール|作成|작성|כתב|كتب|のメッセージ|เขียน|نوشت|تمت كتابة|מאת");
    private static final Pattern GOOGLE_OLD = Pattern.compile(
            "(?iu)^(?:\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|(?:\\p{L}{2,12}\\.?,?"
                + " )?\\d{1,2}\\.? \\p{L}{3,9}\\.? \\d{4}|(?:quoting|zitat von|citando|citando a|citerar|cytowanie)"
                + " )(?:.*<[^<>\\s]+@[^<>\\s]+>|.*\\d:\\d{2} \\p{L}{2,4} [^<>\\s]+@[^<>\\s:]+)\\s*([:：]?)$");
    /** Who speaks of a letter of their own quotes nobody, nor does who reports or goes on to a second sentence. */
    private static final Pattern OWN_LETTER = Pattern.compile(
            "(?iu)schrieb(?:en)? (?:ich|wir)\\b|\\b(?:i|we) (?:wrote|sent)\\b|j['’]ai écrit|nous avons écrit"
                    + "|, (?:dass|daß|ob)\\b|(?-i:\\p{Ll}{5}\\. \\p{Lu})");

    private static final Pattern TIME = Pattern.compile("(?U)\\d{1,2}\\s?[:.hH]\\s?\\d{2}|\\d{1,2}\\s*(?:Uhr|AM|PM)");
    private static final Pattern DAY = Pattern.compile(
            "(?U)\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|\\d{4}|\\d{1,2}\\.? \\p{L}{3,}|\\p{L}{3,} \\d{1,2}");
    private static final Pattern ENDING = Pattern.compile(".*(?:[:：]\\s*[*_]*|\\p{L}\\s?-{3,})$", Pattern.DOTALL);
    /** What {@link #ENDING} can end in. */
    private static final String LAST = ":：*_-";

    private Attribution() {}

    /**
     * How many lines from {@code start} on are an attribution; 0 when none begins there.
     *
     * @param lines of a text, without line ends
     */
    static int linesAt(List<String> lines, int start) {
        String first = bare(lines.get(start));
        if (first.isEmpty() || first.startsWith(">") || first.length() > LONGEST) {
            return 0;
        }
        StringBuilder joined = new StringBuilder();
        for (int count = 1; count <= MOST_LINES && start + count <= lines.size(); count++) {
            String line = bare(lines.get(start + count - 1));
            if (line.isEmpty() || line.startsWith(">") || joined.length() + line.length() > LONGEST) {
                return 0;
            }
            joined.append(joined.isEmpty() || opensAddress(joined) ? "" : " ").append(line);
            if (isAttribution(joined.toString(), quoteFollows(lines, start + count))) {
                return count > 1 && beginsLater(lines, start, count) ? 0 : count;
            }
            if (ends(line)) {
                return 0;
            }
        }
        return 0;
    }

    /** Without the marks by which Arabic and Hebrew programs turn the direction. */
    private static String bare(String line) {
        boolean turned = line.chars().anyMatch(c -> c >= 0x200e && Character.getType(c) == Character.FORMAT);
        return (turned ? line.replaceAll("\\p{Cf}", "") : line).strip();
    }

    /** The line was broken between the bracket and the address. */
    private static boolean opensAddress(CharSequence text) {
        return text.charAt(text.length() - 1) == '<';
    }

    /**
     * True when the first line is the reply's last: what follows is an attribution by itself and names its own date.
     */
    private static boolean beginsLater(List<String> lines, int start, int count) {
        String first = bare(lines.get(start));
        String rest = bare(String.join(" ", lines.subList(start + 1, start + count)));
        if (opensAddress(first) || !isAttribution(rest, quoteFollows(lines, start + count))) {
            return false;
        }
        boolean complete = dated(rest) && TIME.matcher(rest).find();
        return complete || !(dated(first) || TIME.matcher(first).find());
    }

    /** The cheap looks come first: nearly every line of every mail is asked. */
    private static boolean isAttribution(String text, boolean quoteFollows) {
        Matcher old = GOOGLE_OLD.matcher(text);
        if (old.matches() && (quoteFollows || !old.group(1).isEmpty())) {
            return true;
        }
        boolean ends = ends(text);
        if (!quoteFollows && (!ends || OWN_LETTER.matcher(text).find())) {
            return false;
        }
        if (!WRITING.matcher(text).find()) {
            return quoteFollows && ends && dated(text) && text.indexOf('@') > 0;
        }
        boolean timed = TIME.matcher(text).find();
        boolean addressed = text.indexOf('@') > 0;
        if (quoteFollows) {
            return (ends || endsWithVerb(text)) && (timed || addressed || dated(text) || text.length() < 80);
        }
        return ends && ((timed && dated(text)) || (addressed && (timed || dated(text))));
    }

    /** {@code text} is not empty and has no blanks at its end. */
    private static boolean ends(String text) {
        return LAST.indexOf(text.charAt(text.length() - 1)) >= 0
                && ENDING.matcher(text).matches();
    }

    private static boolean dated(String text) {
        return DAY.matcher(text).find();
    }

    private static boolean endsWithVerb(String text) {
        int from = Math.max(0, text.length() - 14);
        return WRITING.matcher(text.substring(from)).find();
    }

    private static boolean quoteFollows(List<String> lines, int from) {
        for (int i = from; i < lines.size() && i < from + 3; i++) {
            if (!lines.get(i).isBlank()) {
                return QuotedLines.marked(lines.get(i));
            }
        }
        return false;
    }
}
