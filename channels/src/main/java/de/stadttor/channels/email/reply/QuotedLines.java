package de.stadttor.channels.email.reply;

import java.util.List;
import java.util.regex.Pattern;

/** Which lines bear the mark of a quotation, also where a program's line breaks tore the mark off. */
final class QuotedLines {

    private static final Pattern QUOTED = Pattern.compile("^\\s{0,3}[>›»|](?![>]{0,3}\\s*-{3,}$)(?!>>.*>>>\\s*$).*");
    private static final Pattern LINK_TAIL =
            Pattern.compile("^\\s{0,2}(?:\\(https?://\\S*\\)?|[^\\s()]+\\))\\s*>?\\s*$");
    private static final Pattern OPEN_LINK = Pattern.compile(".*[<(]https?://[^>)\\s]*$");
    private static final Pattern CONTINUED = Pattern.compile("^\\s{0,2}\\p{Ll}.*");

    /** Programs that break lines at 72 to 80 characters leave the rest of a long one without its mark. */
    private static final int WRAPPED = 65;

    private static final int LONGEST_REST = 40;

    /** No program leaves longer lines and breaks others. */
    private static final int LONGEST = 1_000;

    private QuotedLines() {}

    static boolean marked(String line) {
        return QUOTED.matcher(line).matches();
    }

    /** True when the line at {@code index} is quoted, looking at its neighbours where needed. */
    static boolean at(List<String> lines, int index) {
        String line = lines.get(index);
        boolean quoted = marked(line);
        if (index == 0) {
            return quoted;
        }
        String before = lines.get(index - 1);
        if (line.length() > LONGEST || before.length() > LONGEST) {
            return quoted;
        }
        if (quoted) {
            return marked(before) || !closesLink(before, line);
        }
        return marked(before) && isTornOff(before, line) && quotedNext(lines, index + 1);
    }

    /** The bracket that ends a link on a line of its own is no mark. */
    private static boolean closesLink(String before, String line) {
        return line.startsWith(">")
                && before.contains("<http")
                && OPEN_LINK.matcher(before).matches();
    }

    private static boolean isTornOff(String before, String line) {
        boolean wrapped = before.length() >= WRAPPED
                && line.length() <= LONGEST_REST
                && CONTINUED.matcher(line).matches();
        return wrapped || LINK_TAIL.matcher(line).matches();
    }

    private static boolean quotedNext(List<String> lines, int next) {
        return next < lines.size() && marked(lines.get(next));
    }
}
