package de.stadttor.channels.email.automatic;

import de.stadttor.channels.email.automatic.Bounce.Kind;
import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.HeaderFields;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports that servers write in words of their own. A message counts as one when it comes from a mail server (by
 * sender, empty return path or Exim's field) or has the subject of one, and its words or codes speak of a failure.
 */
final class WrittenBounce {

    private static final Pattern CODED_REASON = Pattern.compile("(?m)^.{0,200}?(?:"
            + "(?<![\\d.])[45]\\.\\d{1,3}\\.\\d{1,3}(?!\\d)|(?<![\\d.:-])[45][0-5]\\d[ -](?=[\\p{L}<#(\\d])).{0,600}$");
    private static final Pattern WORDY_REASON = Pattern.compile("(?im)^.{0,200}?(?:said:|unknown|quota|full|no such"
            + "|not (?:found|listed|known|recognized)|refused|timed out|timeout|rejected|does not exist).{0,600}$");
    private static final Pattern COPY = Pattern.compile(
            "(?im)^[> \\t]{0,20}(?:-{2,}|=+|_+).{0,60}(?:copy of (?:the|your|my)|original message|returned"
                    + " message|below this line|message header|unsent message|kopie|ihre nachricht|message"
                    + " follows|undelivered message).{0,60}$|^[ \\t]{0,40}(?:Received: (?:from|by|\\().*|Return-Path:"
                    + " ?<.*)$|^[ \\t]{0,40}-+ *(?:Included is a copy|This is a copy).*$");

    private WrittenBounce() {}

    static @Nullable Bounce find(Entity message, String text, ReturnedMessage returned) {
        HeaderFields header = message.header();
        String subject = Objects.requireNonNullElse(header.text("subject"), "");
        if (!ReportSigns.possible(header, subject) || AbsenceWords.inSubject(subject)) {
            return null;
        }
        String words = beforeCopy(text);
        if (!new ReportSigns(header, subject, words).suffice(returned.isWhole())) {
            return null;
        }
        String reason = reason(words);
        String status = status(subject, words, reason);
        return new Bounce(
                kind(subject, words, status),
                status,
                FailedRecipient.of(header, words, returned),
                reason,
                returned.messageId());
    }

    /** The returned message follows the report in the same text; its words must not be taken for the server's. */
    private static String beforeCopy(String text) {
        Matcher copy = COPY.matcher(text);
        String words = text;
        if (copy.find() && copy.start() > 40) {
            words = text.substring(0, copy.start());
        }
        return words.length() > 20_000 ? words.substring(0, 20_000) : words;
    }

    private static Kind kind(String subject, String words, @Nullable String status) {
        boolean permanent = status != null && status.startsWith("5") && StatusCode.failure(words) != null;
        if (!permanent && DelayWords.speak(subject, words)) {
            return Kind.DELAYED;
        }
        return status != null && status.startsWith("4") ? Kind.SOFT : Kind.HARD;
    }

    private static @Nullable String status(String subject, String words, @Nullable String reason) {
        String told = StatusCode.failure(words);
        if (told != null && !StatusCode.isVague(told)) {
            return told;
        }
        String meant = FailureWords.status(Objects.requireNonNullElse(reason, ""), words, subject);
        int severity = told != null ? told.charAt(0) - '0' : StatusCode.replyClass(words);
        if (meant == null) {
            return told != null ? told : severity > 0 ? severity + ".0.0" : null;
        }
        return severity > 0 ? severity + meant.substring(1) : meant;
    }

    /** The line with the other server's code says more than any other. */
    private static @Nullable String reason(String words) {
        return Stream.of(CODED_REASON, WORDY_REASON)
                .map(pattern -> pattern.matcher(words))
                .filter(Matcher::find)
                .map(matcher -> matcher.group().strip().replaceAll("\\s+", " "))
                .findFirst()
                .orElse(null);
    }
}
