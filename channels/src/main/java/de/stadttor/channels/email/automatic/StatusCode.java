package de.stadttor.channels.email.automatic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds status codes in the words of mail servers. */
final class StatusCode {

    private static final Pattern ENHANCED =
            Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]\\d|\\d)");
    private static final Pattern FAILURE = Pattern.compile(
            "(?i)(?<![\\d.]|version |exim |postfix |release |mailman |\\bv)([45]\\.\\d\\.\\d{1,3})(?![\\d.]\\d|\\d)");
    private static final Pattern REPLY =
            Pattern.compile("(?<![\\d.:@/-])([45][0-7]\\d)(?=[ \\-#:]\\s?[\\p{L}<#'\"(\\d\\[])");

    private StatusCode() {}

    /** The first enhanced status code (RFC 3463), null when there is none. */
    static @Nullable String enhanced(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = ENHANCED.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** As {@link #enhanced}, but only codes that speak of a failure; release numbers of programs are none. */
    static @Nullable String failure(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = FAILURE.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** The class, 4 or 5, of the first SMTP reply (RFC 5321, 4.2.1); 0 when there is none. */
    static int replyClass(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        Matcher matcher = REPLY.matcher(text);
        return matcher.find() ? matcher.group(1).charAt(0) - '0' : 0;
    }

    static boolean isVague(String status) {
        return status.endsWith(".0.0");
    }
}
