package de.stadttor.channels.email.automatic;

import de.stadttor.channels.email.mime.HeaderFields;
import java.util.Objects;
import java.util.regex.Pattern;

/** By what a report that was written for people is recognised. */
final class ReportSigns {

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
                + " )?sender|(?:mail|message) (?:was |has been )?(?:returned|rejected|refused|delayed|blocked)|unknown"
                + " (?:user|recipient|address)|user unknown|not delivered|could not send|recipient(?:s)?"
                + " (?:was|were|not)|no such user|(?:in|not a )valid"
                + " (?:user|recipient|address)|mailbox|unzustellbar|following address|did not reach|bounced|error"
                + " occurred|problem .{0,30}deliver|delivery .{0,40}delayed|cannot be delivered|no transport|nie"
                + " dostarcz|teslim edilem");

    private final HeaderFields header;
    private final String words;
    private final boolean titled;

    /** {@code words} are the server's own, without the returned message. */
    ReportSigns(HeaderFields header, String subject, String words) {
        this.header = header;
        this.words = words;
        this.titled = isTitled(header, subject);
    }

    /** A cheap first look: whatever has neither sender nor subject of a report is none. */
    static boolean possible(HeaderFields header, String subject) {
        return isFromServer(header) || isTitled(header, subject);
    }

    private static boolean isTitled(HeaderFields header, String subject) {
        return SUBJECT.matcher(subject).find() || isCalledReport(header);
    }

    /** {@code returns} tells that a message is enclosed. */
    boolean suffice(boolean returns) {
        return isFromServer(header) ? serverReports(returns) : titled && strangerReports();
    }

    static boolean isFromServer(HeaderFields header) {
        return header.has("x-failed-recipients")
                || SENDER.matcher(Objects.requireNonNullElse(header.text("from"), ""))
                        .find()
                || AutomaticMail.isNull(header.raw("return-path"));
    }

    /** A daemon writes nothing but reports: its subject, or the message that it returns, is enough. */
    private boolean serverReports(boolean returns) {
        boolean coded = StatusCode.replyClass(words) > 0;
        boolean daemon = AutomaticMail.isDaemon(header.text("from")) || AutomaticMail.isNull(header.raw("from"));
        return header.has("x-failed-recipients")
                || (titled && (daemon || fails() || coded || FailureWords.status(words) != null))
                || (fails() && (coded || daemon))
                || (daemon && returns);
    }

    /** The subject alone proves little: people answer to reports and forward them. */
    private boolean strangerReports() {
        boolean told =
                StatusCode.replyClass(words) > 0 || StatusCode.failure(words) != null || FailedRecipient.namedIn(words);
        return fails() && told && !header.has("in-reply-to");
    }

    private boolean fails() {
        return FAILURE.matcher(words).find() || StatusCode.failure(words) != null;
    }

    private static boolean isCalledReport(HeaderFields header) {
        String type = header.token("content-type");
        return type.startsWith("multipart/report") && type.contains("delivery-status");
    }
}
