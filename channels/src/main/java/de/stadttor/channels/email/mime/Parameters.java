package de.stadttor.channels.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The value and parameters of a structured field such as Content-Type (RFC 2045, 5.1), with RFC 2231 charsets and
 * continuations, encoded words and raw 8-bit names, missing quotes and doubled semicolons.
 *
 * @param value before the first semicolon, lower case
 * @param named by lower-case name, decoded; of doubled ones the first
 */
public record Parameters(String value, Map<String, String> named) {

    static final Parameters NONE = new Parameters("", Map.of());

    static Parameters of(@Nullable String field) {
        return of(field, null);
    }

    /** The same, with stray 8-bit bytes taken to be in {@code charset} if they can be. */
    static Parameters of(@Nullable String field, @Nullable String charset) {
        if (field == null) {
            return NONE;
        }
        ParameterScanner scanner = new ParameterScanner(field);
        String value = scanner.value().toLowerCase(Locale.ROOT);
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, Section>> extended = new LinkedHashMap<>();
        for (var parameter = scanner.next(); parameter != null; parameter = scanner.next()) {
            sort(parameter, charset, plain, extended);
        }
        extended.forEach((name, sections) -> plain.put(name, join(sections)));
        return new Parameters(value, Map.copyOf(plain));
    }

    /** Null when absent or blank. */
    public @Nullable String get(String name) {
        String found = named.get(name);
        return found == null || found.isBlank() ? null : found;
    }

    private static void sort(
            ParameterScanner.Parameter parameter,
            @Nullable String charset,
            Map<String, String> plain,
            Map<String, TreeMap<Integer, Section>> extended) {
        String name = parameter.name();
        int star = name.indexOf('*');
        if (star < 0) {
            plain.putIfAbsent(name, readable(parameter.value(), charset));
            return;
        }
        boolean percent = name.endsWith("*");
        String number = name.substring(star + 1).replace("*", "");
        int order = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
        extended.computeIfAbsent(name.substring(0, star), _ -> new TreeMap<>())
                .putIfAbsent(order, new Section(parameter.value(), percent));
    }

    private static String join(TreeMap<Integer, Section> sections) {
        String first = sections.firstEntry().getValue().text();
        String charset = null;
        boolean percent = sections.firstEntry().getValue().percent();
        int quote = first.indexOf('\'');
        int second = quote < 0 ? -1 : first.indexOf('\'', quote + 1);
        boolean labelled = percent && second > 0;
        if (labelled) {
            charset = first.substring(0, quote);
        }
        StringBuilder bytes = new StringBuilder();
        boolean start = true;
        for (Section section : sections.values()) {
            String text = start && labelled ? section.text().substring(second + 1) : section.text();
            bytes.append(section.percent() ? unescape(text) : text);
            start = false;
        }
        String joined = bytes.toString();
        return joined.contains("=?") ? HeaderText.decode(joined) : HeaderText.raw(joined, charset);
    }

    /** Browsers and some web mailers send UTF-8 percent escapes where none belong; a person would read them. */
    private static String readable(String value, @Nullable String charset) {
        if (value.matches("(?s).*%[89a-fA-F][0-9a-fA-F].*")) {
            String unescaped = unescape(value);
            String text = new String(unescaped.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            if (!text.contains("\ufffd")) {
                return text;
            }
        }
        return HeaderText.decode(value, charset);
    }

    private static String unescape(String text) {
        StringBuilder bytes = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.append((char) (high << 4 | low));
                i += 2;
            } else {
                bytes.append(c);
            }
        }
        return bytes.toString();
    }

    private record Section(String text, boolean percent) {}
}
