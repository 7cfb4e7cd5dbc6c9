package de.stadttor.channels.email.automatic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header of the original message where a report quotes it within its text. */
final class QuotedHeader {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^[>\\s]*Message-Id:\\s*<([^<>\\s]{3,500})>");
    private static final Pattern TO = Pattern.compile("(?im)^[>\\s]*To:[^\\n]*?([\\w.+=-]{1,100}@[\\w.-]{1,200})");

    private QuotedHeader() {}

    static @Nullable String messageId(String text) {
        Matcher matcher = MESSAGE_ID.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    static @Nullable String recipient(String text) {
        Matcher matcher = TO.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
