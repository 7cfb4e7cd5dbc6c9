package de.stadttor.channels.email.outbound.smtp;

import de.stadttor.channels.email.outbound.smtp.RelaySettings.Security;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Connections to the relay, kept for a while, since a greeting with TLS and a password costs more than a mail. */
final class SmtpConnections {

    /** Below the patience of common servers with an idle client (Postfix: 300 s). */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final RelaySettings settings;
    private final Session session;
    private final Semaphore places;
    private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();

    SmtpConnections(RelaySettings settings, String helloName) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings, helloName));
        this.places = new Semaphore(settings.connections());
    }

    /**
     * Sends one mail and blocks until the relay has answered. A connection on which anything went wrong is not used
     * again.
     */
    void send(OutgoingMail mail) throws MessagingException, InterruptedException {
        places.acquire();
        try {
            SMTPTransport transport = connected();
            boolean sent = false;
            try {
                RawMessage message = new RawMessage(session, mail);
                transport.sendMessage(message, message.getAllRecipients());
                sent = true;
            } finally {
                leave(transport, sent);
            }
        } finally {
            places.release();
        }
    }

    private SMTPTransport connected() throws MessagingException {
        for (Idle next = idle.pollLast(); next != null; next = idle.pollLast()) {
            if (next.since() + IDLE.toNanos() > System.nanoTime()
                    && next.transport().isConnected()) {
                return next.transport();
            }
            close(next.transport());
        }
        Transport transport = session.getTransport("smtp");
        transport.connect(settings.host(), settings.port(), orNull(settings.user()), orNull(settings.password()));
        return (SMTPTransport) transport;
    }

    private void leave(SMTPTransport transport, boolean sent) {
        if (sent) {
            idle.addLast(new Idle(transport, System.nanoTime()));
        } else {
            close(transport);
        }
    }

    /** The mail is with the relay or is not; a farewell that fails changes nothing. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // Nobody is left to say goodbye to.
            return;
        }
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static Properties properties(RelaySettings settings, String helloName) {
        var properties = new Properties();
        properties.put("mail.smtp.localhost", settings.helloName().isEmpty() ? helloName : settings.helloName());
        properties.put("mail.smtp.connectiontimeout", millis(settings.connectPatience()));
        properties.put("mail.smtp.timeout", millis(settings.answerPatience()));
        properties.put("mail.smtp.writetimeout", millis(settings.answerPatience()));
        properties.put("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.security() == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    private static String millis(Duration patience) {
        return String.valueOf(patience.toMillis());
    }

    /** @param since {@link System#nanoTime} when it was last used */
    private record Idle(SMTPTransport transport, long since) {}
}
