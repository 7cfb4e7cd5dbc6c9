package de.stadttor.channels.email.automatic;

import de.stadttor.channels.email.automatic.Bounce.Kind;
import de.stadttor.channels.email.mime.AddressList;
import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.HeaderFields;
import de.stadttor.channels.email.mime.MailAddress;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports that servers write in words of their own. A message counts as one when it comes from a mail server (by
 * sender, empty return path or Exim's field) or has the subject of one, and its words or codes speak of a failure.
 */
final class WrittenBounce {

    private static final Pattern SUBJECT = Pattern.compile(
            "(?iu)undeliver(?:able|ed)|(?:delivery|delivering).{0,30}(?:fail|status|problem|error|delay|report|notification|unsuccessful)|mail"
                + " (?:delivery|system|could not)|returned mail|mail returned|message returned|returned to"
                + " sender|failure notice|failed mail|mail error|nondeliver|non[- ]deliver|not"
                + " delivered|undelivered|could ?n[o']t (?:be )?deliver|warning: (?:could|message)|user"
                + " unknown|delayed mail|message delayed|mail failure|message status|bounce|unzustellbar|nicht"
                + " zustellbar|nicht zugestellt|zustellung|rückläufer|échec|non remis|non distribu|no se"
                + " (?:pudo|puede) entregar|no entregado|mancata consegna|impossibile recapitare|niedostarcz|nie"
                + " dostarcz|не доставлен|недоставлен|teslim edilem|onbestelbaar|rejected mail|blocked mail|mail"
                + " rejected|message rejected|can't be delivered|address error|vacation.*undeliver");
    private static final Pattern SENDER = Pattern.compile(
            "(?iu)mailer-?daemon|gwia|^mailer\\b|<mailer@|postmaster|mail delivery|mail[- ]?(?:sub)?system|mail"
                    + " ?administrator|mailgate|mail-?master|bounce|system administrator|mail server|microsoft"
                    + " exchange|majordomo-owner|zustell");
    private static final Pattern FAILURE = Pattern.compile(
            "(?iu)(?:could|can|was|were|has|have|had|is|did|did|kann|konnte|n'a|n’a|no|non|не)\\s?(?:not|n['’]?t|nicht|pas|se|pu|stato|был)\\b.{0,80}(?:deliver|reach|sent|zugestellt|zustell|distribu|entreg|recapit|consegn|доставл|forwarded|accepted|be"
                + " routed)|undeliver|unable to (?:deliver|reach|relay|send)|delivery (?:has"
                + " )?(?:failed|failure|error|problem|unsuccessful|to the following)|fail(?:ed|ure) (?:to deliver|of"
                + " delivery|permanently)|permanent (?:fatal )?(?:error|failure)|fatal errors|returned to (?:the"
                + " )?sender|message (?:was |has been )?(?:returned|rejected|refused|delayed|blocked)|unknown"
                + " (?:user|recipient|address)|user unknown|not delivered|could not send|recipient(?:s)?"
                + " (?:was|were|not)|no such user|mailbox|unzustellbar|following address|did not reach|bounced|error"
                + " occurred|problem .{0,30}deliver|delivery .{0,40}delayed|cannot be delivered|no transport|nie"
                + " dostarcz|teslim edilem");
    private static final Pattern RECIPIENT = Pattern.compile("(?im)(?:^[ \\t]{0,40}"
            + "(?:rcpt to|final-recipient|original-recipient|recipients?|to|address|failed recipient|user|unknown user"
            + "|an|empfänger|destinataire|destinatario)"
            + "[^\\x0a:]{0,20}:\\s{0,9}(?:rfc822;)?\\s{0,9}[\"'<(\\[]{0,2}"
            + "|^[ \\t]{0,40}[<\\[\"'(*]{0,2}(?:mailto:)?|<)"
            + "([\\w.+=&'*/~^{}#$-]{1,100}@[\\w-]+(?:\\.[\\w-]+)+)");

    private static final Pattern CODED_REASON = Pattern.compile("(?m)^.{0,200}?(?:"
            + "(?<![\\d.])[45]\\.\\d{1,3}\\.\\d{1,3}(?!\\d)|(?<![\\d.:-])[45][0-5]\\d[ -](?=[\\p{L}<#(\\d])).{0,600}$");
    private static final Pattern WORDY_REASON = Pattern.compile("(?im)^.{0,200}?(?:said:|unknown|quota|full|no such"
            + "|not (?:found|listed|known|recognized)|refused|timed out|timeout|rejected|does not exist).{0,600}$");
    private static final Pattern COPY = Pattern.compile(
            "(?im)^[> \\t]{0,20}(?:-{2,}|=+|_+).{0,60}(?:copy of (?:the|your|my)|original message|returned"
                    + " message|below this line|message header|unsent message|kopie|ihre nachricht|message"
                    + " follows|undelivered message).{0,60}$|^[ \\t]{0,40}(?:Received: (?:from|by|\\().*|Return-Path:"
                    + " ?<.*)$|^[ \\t]{0,40}-+ *(?:Included is a copy|This is a copy).*$");

    private static final Pattern ADDRESS = Pattern.compile("(?<![\\w.@+-])[\\w.+=&'-]{1,100}@[\\w-]+(?:\\.[\\w-]+)+");

    private WrittenBounce() {}

    static @Nullable Bounce find(Entity message, String text, ReturnedMessage returned) {
        HeaderFields header = message.header();
        String subject = Objects.requireNonNullElse(header.text("subject"), "");
        boolean titled = SUBJECT.matcher(subject).find();
        boolean fromServer = isFromServer(header);
        if (AbsenceWords.inSubject(subject) || (!titled && !fromServer)) {
            return null;
        }
        String words = beforeCopy(text);
        if (!(fromServer ? serverReports(header, titled, words) : strangerReports(header, words))) {
            return null;
        }
        String reason = reason(words);
        String status = status(subject, words, reason);
        return new Bounce(
                kind(subject, words, status), status, recipient(header, words, returned), reason, returned.messageId());
    }

    private static boolean isFromServer(HeaderFields header) {
        return header.has("x-failed-recipients")
                || SENDER.matcher(Objects.requireNonNullElse(header.text("from"), ""))
                        .find()
                || AutomaticMail.isNull(header.raw("return-path"));
    }

    private static boolean serverReports(HeaderFields header, boolean titled, String words) {
        boolean fails = fails(words);
        boolean coded = StatusCode.replyClass(words) > 0;
        return header.has("x-failed-recipients")
                || (titled && (fails || coded || FailureWords.status(words) != null))
                || (fails && (coded || isDaemon(header)));
    }

    /** The subject alone proves little: people answer to reports and forward them. */
    private static boolean strangerReports(HeaderFields header, String words) {
        boolean told = StatusCode.replyClass(words) > 0 || StatusCode.enhanced(words) != null || mentionsAddress(words);
        return fails(words) && told && !header.has("in-reply-to");
    }

    private static boolean fails(String words) {
        return FAILURE.matcher(words).find() || StatusCode.enhanced(words) != null;
    }

    private static boolean isDaemon(HeaderFields header) {
        return AutomaticMail.isDaemon(header.text("from"));
    }

    private static boolean mentionsAddress(String words) {
        return RECIPIENT.matcher(words).find();
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
        boolean permanent = status != null && status.startsWith("5") && StatusCode.enhanced(words) != null;
        if (!permanent && FailureWords.speakOfDelay(subject, words)) {
            return Kind.DELAYED;
        }
        return status != null && status.startsWith("4") ? Kind.SOFT : Kind.HARD;
    }

    private static @Nullable String status(String subject, String words, @Nullable String reason) {
        String told = StatusCode.enhanced(words);
        if (told != null && !StatusCode.isVague(told)) {
            return told;
        }
        String meant = FailureWords.status(reason == null ? words : reason + "\n" + words);
        if (meant == null) {
            meant = FailureWords.status(subject);
        }
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

    private static @Nullable String recipient(HeaderFields header, String words, ReturnedMessage returned) {
        String failed = header.raw("x-failed-recipients");
        if (failed != null) {
            return firstAddress(failed);
        }
        String ours = firstAddress(header.raw("to"));
        String id = returned.messageId();
        String named = otherThan(ours, id, RECIPIENT.matcher(words).results().map(result -> result.group(1)));
        if (named == null) {
            named = otherThan(ours, id, ADDRESS.matcher(words).results().map(MatchResult::group));
        }
        return named != null ? named : returned.recipient();
    }

    /** The first address that is neither the report's own recipient nor a server's nor a message's {@code id}. */
    private static @Nullable String otherThan(@Nullable String ours, @Nullable String id, Stream<String> addresses) {
        return addresses
                .map(address -> address.replaceAll("[.']+$", ""))
                .filter(address -> !address.equalsIgnoreCase(ours) && !address.equals(id))
                .filter(address -> !address.toLowerCase(Locale.ROOT).matches("(?:postmaster|mailer-daemon)@.*"))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String firstAddress(@Nullable String field) {
        return AddressList.of(field).stream()
                .filter(MailAddress::isComplete)
                .map(MailAddress::address)
                .findFirst()
                .orElse(null);
    }
}
