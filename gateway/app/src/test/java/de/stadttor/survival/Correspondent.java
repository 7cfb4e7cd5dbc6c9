package de.stadttor.survival;

import static org.awaitility.Awaitility.await;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Somebody with a mailbox at the demo's post office, who writes and reads as any mail program does. */
final class Correspondent {

    /** Longer than the pause after which a mail is tried again: a crowded machine may miss the first try. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String address;
    private final int smtp;
    private final int imap;

    Correspondent(String address, int smtp, int imap) {
        this.address = address;
        this.smtp = smtp;
        this.imap = imap;
    }

    /** Anybody can send in anybody's name. */
    void write(String to, String subject, String text, @Nullable Letter answered) throws MessagingException {
        Transport.send(mail(Session.getInstance(settings(false)), to, subject, text, answered));
    }

    /** Logs in to send, as an office's mail program does. */
    void writeFromTheOffice(String to, String subject, String text, Letter answered) throws MessagingException {
        Session session = Session.getInstance(settings(true), new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(address, address);
            }
        });
        Transport.send(mail(session, to, subject, text, answered));
    }

    private MimeMessage mail(Session session, String to, String subject, String text, @Nullable Letter answered)
            throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(address));
        mail.setRecipients(Message.RecipientType.TO, to);
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        if (answered != null) {
            mail.setHeader("In-Reply-To", answered.id());
            mail.setHeader("References", answered.id());
        }
        return mail;
    }

    private Properties settings(boolean login) {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(smtp));
        settings.put("mail.smtp.auth", String.valueOf(login));
        settings.put("mail.imap.host", "127.0.0.1");
        settings.put("mail.imap.port", String.valueOf(imap));
        return settings;
    }

    /** Waits for a mail whose subject holds {@code words}. */
    Letter receive(String words) {
        return await("a mail about " + words)
                .atMost(PATIENCE)
                .until(
                        () -> received().stream()
                                .filter(letter -> letter.subject().contains(words))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Everything so far; a mailbox is there from its first mail on. */
    List<Letter> received() throws MessagingException, IOException {
        List<Letter> letters = new ArrayList<>();
        try (Store store = Session.getInstance(settings(true)).getStore("imap")) {
            store.connect(address, address);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            for (Message mail : inbox.getMessages()) {
                letters.add(Letter.of((MimeMessage) mail));
            }
        } catch (AuthenticationFailedException _) {
            return List.of();
        }
        return letters;
    }

    /** @param answerTo where an answer goes */
    record Letter(String id, String subject, String answerTo, String text, boolean automatic) {

        static Letter of(MimeMessage mail) throws MessagingException, IOException {
            return new Letter(
                    mail.getMessageID(),
                    Objects.requireNonNullElse(mail.getSubject(), ""),
                    ((InternetAddress) mail.getReplyTo()[0]).getAddress(),
                    plain(mail),
                    mail.getHeader("Auto-Submitted") != null);
        }

        private static String plain(Part part) throws MessagingException, IOException {
            return part.getContent() instanceof Multipart several
                    ? plain(several.getBodyPart(0))
                    : part.getContent().toString();
        }

        /** As a mail program quotes it beneath an answer. */
        String quoted() {
            return "\r\n\r\nAm 22.11.2026 schrieb Bürgerservice:\r\n> " + text.replace("\r\n", "\r\n> ");
        }
    }
}
