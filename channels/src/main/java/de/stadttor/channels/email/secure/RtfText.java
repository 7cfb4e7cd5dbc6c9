package de.stadttor.channels.email.secure;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/**
 * The words of Rich Text as Outlook writes it into TNEF, or the HTML that it hides there ([MS-OXRTFEX]). No more of RTF
 * is understood than that needs.
 *
 * @param html true when {@code content} is the hidden HTML
 */
record RtfText(boolean html, String content) {

    static RtfText of(String rtf) {
        boolean html = rtf.contains("\\fromhtml");
        return new RtfText(html, new Reader(rtf, html).read());
    }

    private static final class Reader {

        private static final Charset WINDOWS = Charset.forName("windows-1252");
        private static final Set<String> SILENT = Set.of(
                "fonttbl", "colortbl", "stylesheet", "info", "pict", "generator", "themedata", "listtable", "pntext");

        private record Group(boolean silent, boolean tag, boolean rtfOnly) {}

        private static final Map<String, String> CHARACTERS = Map.ofEntries(
                Map.entry("par", "\n"),
                Map.entry("line", "\n"),
                Map.entry("row", "\n"),
                Map.entry("tab", "\t"),
                Map.entry("cell", "\t"),
                Map.entry("lquote", "‘"),
                Map.entry("rquote", "’"),
                Map.entry("ldblquote", "“"),
                Map.entry("rdblquote", "”"),
                Map.entry("bullet", "•"),
                Map.entry("endash", "–"),
                Map.entry("emdash", "—"));

        private final String rtf;
        private final boolean html;
        private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
        private Charset charset = WINDOWS;
        private final StringBuilder text = new StringBuilder();
        private final Deque<Group> groups = new ArrayDeque<>();
        private Group group = new Group(false, false, false);
        private int at;

        Reader(String rtf, boolean html) {
            this.rtf = rtf;
            this.html = html;
        }

        String read() {
            while (at < rtf.length()) {
                char c = rtf.charAt(at++);
                switch (c) {
                    case '{' -> open();
                    case '}' -> group = groups.isEmpty() ? group : groups.pop();
                    case '\\' -> control();
                    case '\r', '\n' -> {
                        continue;
                    }
                    default -> put(String.valueOf(c));
                }
            }
            flush();
            return text.toString();
        }

        private void open() {
            groups.push(group);
            if (rtf.startsWith("\\*", at)) {
                boolean tag = html && rtf.startsWith("\\*\\htmltag", at);
                group = new Group(!tag, tag, false);
            }
        }

        /** Neighbouring bytes may be one character. */
        private void flush() {
            if (pending.size() > 0) {
                byte[] bytes = pending.toByteArray();
                pending.reset();
                put(new String(bytes, charset));
            }
        }

        private void put(String words) {
            flush();
            if (!group.silent() && (group.tag() || !group.rtfOnly())) {
                text.append(words);
            }
        }

        private void control() {
            if (at >= rtf.length()) {
                return;
            }
            char c = rtf.charAt(at);
            if (c == '\'' && at + 3 <= rtf.length()) {
                hexadecimal();
            } else if (!Character.isLetter(c)) {
                at++;
                put(c == '~' ? "\u00a0" : "\\{}".indexOf(c) >= 0 ? String.valueOf(c) : "");
            } else {
                word();
            }
        }

        private void hexadecimal() {
            int high = Character.digit(rtf.charAt(at + 1), 16);
            int low = Character.digit(rtf.charAt(at + 2), 16);
            at += 3;
            if (high >= 0 && low >= 0) {
                pending.write(high << 4 | low);
            }
        }

        private void word() {
            int start = at;
            while (at < rtf.length() && Character.isLetter(rtf.charAt(at))) {
                at++;
            }
            String word = rtf.substring(start, at);
            int number = at;
            while (at < rtf.length()
                    && (Character.isDigit(rtf.charAt(at)) || (at == number && rtf.charAt(at) == '-'))) {
                at++;
            }
            String value = rtf.substring(number, at);
            at += at < rtf.length() && rtf.charAt(at) == ' ' ? 1 : 0;
            meaning(word, value);
        }

        private void meaning(String word, String value) {
            switch (word) {
                case "u" -> unicode(value);
                case "ansicpg" -> charset = codePage(value);
                case "htmlrtf" -> group = new Group(group.silent(), group.tag(), !value.equals("0"));
                default -> {
                    put(CHARACTERS.getOrDefault(word, ""));
                    if (SILENT.contains(word)) {
                        group = new Group(true, group.tag(), group.rtfOnly());
                    }
                }
            }
        }

        private static Charset codePage(String number) {
            try {
                return Charset.forName(number.equals("65001") ? "UTF-8" : "windows-" + number);
            } catch (IllegalArgumentException unknown) {
                return WINDOWS;
            }
        }

        /** A character beyond the code page, followed by a stand-in that old readers show. */
        private void unicode(String value) {
            if (value.matches("-?\\d{1,5}")) {
                put(String.valueOf((char) Integer.parseInt(value)));
                if (at < rtf.length() && rtf.charAt(at) == '?') {
                    at++;
                } else if (rtf.startsWith("\\'", at)) {
                    at = Math.min(rtf.length(), at + 4);
                }
            }
        }
    }
}
