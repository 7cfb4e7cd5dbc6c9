package de.stadttor.channels.email.outbound.smtp;

import de.stadttor.outbox.Attempt;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a relay's refusal means. Its text is read for the code only, and never kept: it may repeat addresses.
 *
 * @param code of RFC 5321 4.2; below 100 when the connection ended before one came
 * @param enhanced of RFC 3463, such as {@code 5.1.1}; made from the code where the relay gave none
 */
record SmtpAnswer(int code, String enhanced) {

    /** The relay is about to close (RFC 5321 3.8), which is not the mail's fault. */
    private static final int CLOSING = 421;

    /** It wants us to authenticate, or not like that (RFC 4954 6): the operator must act, not the citizen. */
    private static final Set<Integer> AUTHENTICATION = Set.of(530, 534, 535, 538);

    private static final String NO_ANSWER = "4.4.2";
    private static final String NO_LOGIN = "auth-failed";
    private static final Pattern WRITTEN = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    /** What a failed try means for the mail. */
    static Attempt attempt(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return new Attempt.Unreached(NO_LOGIN);
        }
        SmtpAnswer answer = of(failure);
        return answer == null ? new Attempt.Unreached(NO_ANSWER) : answer.attempt();
    }

    private Attempt attempt() {
        if (AUTHENTICATION.contains(code)) {
            return new Attempt.Unreached(NO_LOGIN);
        }
        return switch (code / 100) {
            case 4 -> code == CLOSING ? new Attempt.Unreached(enhanced) : new Attempt.Deferred(enhanced);
            case 5 -> new Attempt.Refused(enhanced);
            default -> new Attempt.Unreached(NO_ANSWER);
        };
    }

    /** The innermost answer says most: that to the recipient stands in that to the whole mail. */
    private static @Nullable SmtpAnswer of(Throwable failure) {
        SmtpAnswer found = null;
        for (Throwable each = failure; each != null; each = next(each)) {
            found = switch (each) {
                case SMTPAddressFailedException address -> of(address.getReturnCode(), address.getMessage());
                case SMTPSendFailedException sending -> of(sending.getReturnCode(), sending.getMessage());
                default -> found;
            };
        }
        return found;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail ? mail.getNextException() : failure.getCause();
    }

    private static SmtpAnswer of(int code, @Nullable String text) {
        Matcher written = WRITTEN.matcher(text == null ? "" : text);
        return new SmtpAnswer(code, written.find() ? written.group(1) : code / 100 + ".0.0");
    }
}
