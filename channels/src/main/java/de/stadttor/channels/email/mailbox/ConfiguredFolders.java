package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.MailboxSettings.Mailbox;
import de.stadttor.channels.email.mailbox.MailboxSettings.OAuth;
import de.stadttor.channels.email.mailbox.server.Account;
import de.stadttor.channels.email.mailbox.server.Account.Credentials;
import de.stadttor.channels.email.mailbox.server.Afterwards;
import de.stadttor.channels.email.mailbox.server.MailServer;
import de.stadttor.channels.email.mailbox.server.Protocol;
import de.stadttor.channels.email.mailbox.server.Security;
import de.stadttor.mailboxes.FolderName;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The folders that the settings name. What cannot work is told at the start, with the name of its setting. */
public final class ConfiguredFolders {

    private final Clock clock;
    private final Function<String, SSLSocketFactory> bundles;

    /** @param bundles finds an SSL bundle by its name */
    public ConfiguredFolders(Clock clock, Function<String, SSLSocketFactory> bundles) {
        this.clock = clock;
        this.bundles = bundles;
    }

    public List<WatchedFolder> of(MailboxSettings settings) {
        return settings.mailboxes().entrySet().stream()
                .flatMap(entry -> folders(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Stream<WatchedFolder> folders(String name, Mailbox mailbox) {
        Duration poll = within(name, "poll", mailbox.poll(), Duration.ofSeconds(1), Duration.ofHours(1));
        Afterwards afterwards = afterwards(name, mailbox);
        MailServer server = new MailServer(account(name, mailbox), afterwards);
        List<String> folders = mailbox.protocol() == Protocol.POP3 ? List.of("INBOX") : mailbox.folders();
        return folders.stream()
                .map(folder -> new WatchedFolder(
                        new FolderName(name, folder), server, afterwards, poll, mailbox.idle(), mailbox.retry()));
    }

    private Account account(String name, Mailbox mailbox) {
        Preset preset = mailbox.preset();
        String host = mailbox.host() == null && preset != null ? preset.host(mailbox.protocol()) : mailbox.host();
        String bundle = mailbox.sslBundle();
        return new Account(
                mailbox.protocol(),
                needed(name, "host", host),
                mailbox.port() == null ? port(mailbox.protocol(), mailbox.security()) : mailbox.port(),
                mailbox.security(),
                needed(name, "user", mailbox.user().isBlank() ? null : mailbox.user()),
                credentials(name, mailbox),
                bundle == null ? null : bundles.apply(bundle),
                mailbox.patience());
    }

    private Credentials credentials(String name, Mailbox mailbox) {
        OAuth oauth = mailbox.oauth();
        return oauth == null
                ? new Credentials.Password(needed(name, "password", mailbox.password()))
                : new Credentials.Token(tokens(name, mailbox.preset(), oauth));
    }

    private OAuthTokens tokens(String name, @Nullable Preset preset, OAuth oauth) {
        String endpoint = oauth.tokenEndpoint() == null && preset != null
                ? preset.tokenEndpoint(oauth.tenant())
                : oauth.tokenEndpoint();
        String scope = oauth.scope() == null && preset != null ? preset.scope() : oauth.scope();
        return new OAuthTokens(
                URI.create(needed(name, "oauth.token-endpoint", endpoint)),
                oauth.clientId(),
                oauth.clientSecret(),
                scope == null ? "" : scope,
                oauth.refreshToken(),
                clock);
    }

    private static Afterwards afterwards(String name, Mailbox mailbox) {
        return switch (mailbox.after()) {
            case KEEP -> new Afterwards.Keep();
            case DELETE -> new Afterwards.Delete();
            case MOVE -> {
                if (mailbox.protocol() == Protocol.POP3) {
                    throw new IllegalArgumentException(setting(name, "after") + ": move (expected: keep or delete,"
                            + " since POP3 has no folders)");
                }
                yield new Afterwards.Move(mailbox.moveTo());
            }
        };
    }

    /** As IANA gives them. */
    private static int port(Protocol protocol, Security security) {
        boolean tls = security == Security.TLS;
        return switch (protocol) {
            case IMAP -> tls ? 993 : 143;
            case POP3 -> tls ? 995 : 110;
        };
    }

    private static <T> T needed(String name, String what, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(setting(name, what) + " is missing");
        }
        return value;
    }

    private static Duration within(String name, String what, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    setting(name, what) + ": " + value + " (expected: " + least + " to " + most + ")");
        }
        return value;
    }

    private static String setting(String name, String what) {
        return "stadttor.mail.mailboxes." + name + "." + what;
    }
}
