package de.stadttor.channels.email.mailbox.server;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.Locale;
import java.util.Properties;

/** Opens folders. */
public final class MailServer {

    private final Account account;
    private final Afterwards afterwards;

    public MailServer(Account account, Afterwards afterwards) {
        this.account = account;
        this.afterwards = afterwards;
    }

    /**
     * Connects, logs in and opens. Blocks.
     *
     * @param folder {@code INBOX} in POP3, which has no other
     */
    public OpenFolder open(String folder) throws MessagingException, IOException {
        String secret = secret().value();
        Store store = Session.getInstance(properties()).getStore(name());
        try {
            store.connect(account.host(), account.port(), account.user(), secret);
            return switch (account.protocol()) {
                case IMAP -> ImapFolder.open(store, folder, afterwards, account.patience());
                case POP3 -> Pop3Folder.open(store, folder, afterwards);
            };
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private Secret secret() throws IOException {
        return switch (account.credentials()) {
            case Account.Credentials.Password(Secret password) -> password;
            case Account.Credentials.Token(AccessTokens tokens) -> tokens.current();
        };
    }

    private String name() {
        String plain = account.protocol().name().toLowerCase(Locale.ROOT);
        return account.security() == Security.TLS ? plain + "s" : plain;
    }

    /** Names as in the documentation of the packages org.eclipse.angus.mail.imap and .pop3. */
    private Properties properties() {
        String prefix = "mail." + name() + ".";
        String patience = String.valueOf(account.patience().toMillis());
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", patience);
        properties.put(prefix + "timeout", patience);
        properties.put(prefix + "writetimeout", patience);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (account.security() == Security.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        if (account.trust() != null) {
            properties.put(prefix + "ssl.socketFactory", account.trust());
        }
        if (account.credentials() instanceof Account.Credentials.Token) {
            properties.put(prefix + "auth.mechanisms", "XOAUTH2");
            // Microsoft's POP3 wants it so; others do not mind.
            properties.put(prefix + "auth.xoauth2.two.line.authentication.format", "true");
        }
        return properties;
    }
}
