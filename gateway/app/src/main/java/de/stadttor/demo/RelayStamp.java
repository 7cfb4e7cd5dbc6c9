package de.stadttor.demo;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.auth.AuthenticationState;
import com.icegreen.greenmail.smtp.auth.UsernameAuthentication;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/**
 * Writes on each mail who logged in to send it, as a city's own relay does (RFC 8601, 2.7.4), and takes away what
 * claims to be such a stamp (section 5). Nobody here can check SPF, DKIM or DMARC.
 */
final class RelayStamp implements MessageDeliveryHandler {

    static final String SERVER = "mail.stadt.test";

    private static final String FIELD = "Authentication-Results";

    private final UserManager users;

    RelayStamp(UserManager users) {
        this.users = users;
    }

    @Override
    public GreenMailUser handle(MovingMessage message, MailAddress recipient) throws MessagingException, UserException {
        stamp(message.getMessage(), message.getAuthenticationState());
        String mailbox = recipient.getEmail().replaceFirst("\\+[^@]*", "");
        GreenMailUser known = users.getUserByEmail(mailbox);
        return known == null ? users.createUser(mailbox, mailbox, mailbox) : known;
    }

    private static void stamp(MimeMessage mail, AuthenticationState state) throws MessagingException {
        mail.removeHeader(FIELD);
        String login =
                state instanceof UsernameAuthentication known ? "auth=pass smtp.auth=" + known.getUsername() : "none";
        mail.setHeader(FIELD, SERVER + "; " + login);
    }
}
