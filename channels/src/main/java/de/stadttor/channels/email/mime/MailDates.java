package de.stadttor.channels.email.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as mail programs write them: RFC 5322 and its obsolete forms, {@code asctime}, ISO 8601, translated month
 * names. The parts are looked for one by one, so that neither their order nor rubbish around them matters.
 */
public final class MailDates {

    /** A date is shorter; what follows it is another field whose line break was lost. */
    private static final int LONGEST = 200;

    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{1,2}))?(?:[.,]\\d+)?\\s*([AaPp][Mm])?");
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?=\\D|$)");
    private static final Pattern DOTTED = Pattern.compile("\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})\\b");
    private static final Pattern NAMED =
            Pattern.compile("(\\d{1,2})[.\\s-]*(\\p{L}{3,9})\\.?,?[\\s-]*(\\d{4}|\\d{2,3})\\b");
    private static final Pattern ASCTIME = Pattern.compile("(\\p{L}{3,9})\\.?\\s+(\\d{1,2})\\b.*?\\b(\\d{4})\\b");
    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC|UT)?\\s*([+-])(\\d{2}):?(\\d{2})(?!\\d)");
    private static final Pattern ZONE = Pattern.compile("\\b([A-Z]{1,5})\\b");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> OTHER_MONTHS = Map.ofEntries(
            Map.entry("mai", 5),
            Map.entry("okt", 10),
            Map.entry("dez", 12),
            Map.entry("mär", 3),
            Map.entry("mrz", 3),
            Map.entry("fév", 2),
            Map.entry("avr", 4),
            Map.entry("aoû", 8),
            Map.entry("déc", 12),
            Map.entry("ene", 1),
            Map.entry("abr", 4),
            Map.entry("ago", 8),
            Map.entry("dic", 12),
            Map.entry("gen", 1),
            Map.entry("mag", 5),
            Map.entry("giu", 6),
            Map.entry("lug", 7),
            Map.entry("set", 9),
            Map.entry("ott", 10),
            Map.entry("out", 10));
    private static final Map<String, Integer> ZONE_HOURS = Map.ofEntries(
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("CET", 1),
            Map.entry("MET", 1),
            Map.entry("MEZ", 1),
            Map.entry("CEST", 2),
            Map.entry("MEST", 2),
            Map.entry("MESZ", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("BST", 1),
            Map.entry("WEST", 1),
            Map.entry("MSK", 3),
            Map.entry("JST", 9),
            Map.entry("KST", 9));

    private MailDates() {}

    /** Null when no date can be read out of {@code field}. Without a zone the time counts as UTC (RFC 5322, 3.3). */
    public static @Nullable Instant parse(@Nullable String field) {
        if (field == null) {
            return null;
        }
        String text = HeaderText.decode(field.substring(0, Math.min(LONGEST, field.length())))
                .replaceAll("\\([^()]*\\)", " ")
                .replaceAll("\\s+", " ")
                .strip();
        Day day = Day.in(text);
        if (day == null) {
            return null;
        }
        try {
            String rest = text.substring(0, day.start()) + " "
                    + (day.named() ? text.substring(day.start()) : text.substring(day.end()));
            return at(day, rest).toInstant(offset(rest));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static LocalDateTime at(Day day, String text) {
        Matcher time = TIME.matcher(text);
        if (!time.find()) {
            return LocalDateTime.of(day.year(), day.month(), day.day(), 0, 0);
        }
        int hour = Integer.parseInt(time.group(1));
        if (time.group(4) != null) {
            hour = hour % 12 + (time.group(4).toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
        }
        int second = time.group(3) == null ? 0 : Math.min(59, Integer.parseInt(time.group(3)));
        return LocalDateTime.of(day.year(), day.month(), day.day(), hour, Integer.parseInt(time.group(2)), second);
    }

    private static ZoneOffset offset(String text) {
        Matcher time = TIME.matcher(text);
        String rest = time.find() ? text.substring(time.end()) : text;
        Matcher offset = OFFSET.matcher(rest);
        if (offset.find()) {
            int minutes = Integer.parseInt(offset.group(2)) * 60 + Integer.parseInt(offset.group(3));
            int signed = offset.group(1).equals("-") ? -minutes : minutes;
            return Math.abs(signed) > 18 * 60 ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds(signed * 60);
        }
        Matcher zone = ZONE.matcher(rest);
        return ZoneOffset.ofHours(zone.find() ? ZONE_HOURS.getOrDefault(zone.group(1), 0) : 0);
    }

    private record Day(int year, int month, int day, int start, int end, boolean named) {

        static @Nullable Day in(String text) {
            Matcher iso = ISO.matcher(text);
            if (iso.find()) {
                return new Day(number(iso, 1), number(iso, 2), number(iso, 3), iso.start(), iso.end(), false);
            }
            Matcher named = NAMED.matcher(text);
            for (int at = 0; named.find(at); at = named.start() + 1) {
                int month = month(named.group(2));
                if (month > 0) {
                    return new Day(year(named.group(3)), month, number(named, 1), named.start(), named.end(), false);
                }
            }
            Matcher dotted = DOTTED.matcher(text);
            if (dotted.find()) {
                return new Day(
                        year(dotted.group(3)),
                        number(dotted, 2),
                        number(dotted, 1),
                        dotted.start(),
                        dotted.end(),
                        false);
            }
            return asctime(text);
        }

        private static @Nullable Day asctime(String text) {
            Matcher matcher = ASCTIME.matcher(text);
            for (int at = 0; matcher.find(at); at = matcher.start() + 1) {
                int month = month(matcher.group(1));
                if (month > 0) {
                    return new Day(number(matcher, 3), month, number(matcher, 2), matcher.start(), matcher.end(), true);
                }
            }
            return null;
        }

        private static int number(Matcher matcher, int group) {
            return Integer.parseInt(matcher.group(group));
        }

        /** RFC 5322, 4.3: two digits below 50 are 20xx, other two and three digits count from 1900. */
        private static int year(String written) {
            int year = Integer.parseInt(written);
            return written.length() > 3 ? year : year + (written.length() == 2 && year < 50 ? 2000 : 1900);
        }

        private static int month(String name) {
            String beginning = name.toLowerCase(Locale.ROOT).substring(0, 3);
            int index = MONTHS.indexOf(beginning);
            return index >= 0 ? index + 1 : OTHER_MONTHS.getOrDefault(beginning, 0);
        }
    }
}
