package de.stadttor.channels.email.mailbox;

import de.stadttor.InMemoryPorts;
import de.stadttor.channels.email.mailbox.server.Account;
import de.stadttor.channels.email.mailbox.server.Afterwards;
import de.stadttor.channels.email.mailbox.server.MailServer;
import de.stadttor.channels.email.mailbox.server.Protocol;
import de.stadttor.channels.email.mailbox.server.Secret;
import de.stadttor.channels.email.mailbox.server.Security;
import de.stadttor.files.InMemoryContents;
import de.stadttor.mailboxes.FolderName;
import de.stadttor.mailboxes.FolderProgress;
import de.stadttor.peers.Dovecot;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.Disposable;

/** One office with its memory; its readers come and go as processes do. */
final class Office implements AutoCloseable {

    static final int WHOLE_UP_TO = 1 << 20;

    private static final Limits LIMITS = new Limits(8 << 20, WHOLE_UP_TO, 64 << 20);

    final InMemoryPorts ports = InMemoryPorts.fresh();
    final RecordingDoor door = new RecordingDoor();
    final InMemoryContents contents = new InMemoryContents();

    private final List<Disposable> running = new ArrayList<>();
    private FolderProgress progress = ports.folderProgress();
    private Duration poll = Duration.ofMillis(100);
    private boolean idle;

    /** From now on readers look seldom, and are told of news. */
    Office idling() {
        poll = Duration.ofMinutes(10);
        idle = true;
        return this;
    }

    /** Readers that start from now on keep their notes there. */
    void keepNotes(FolderProgress notes) {
        progress = notes;
    }

    /** @param owner the process that it stands for */
    FolderReader start(String owner, Protocol protocol, int port, String user, Afterwards afterwards) {
        FolderReader reader = reader(owner, protocol, port, user, afterwards);
        running.add(reader.run().subscribe());
        return reader;
    }

    /** All readers die, and their leases end. */
    void stop() {
        running.forEach(Disposable::dispose);
        running.clear();
        ports.clock().advance(Duration.ofMinutes(1));
    }

    @Override
    public void close() {
        stop();
    }

    private FolderReader reader(String owner, Protocol protocol, int port, String user, Afterwards afterwards) {
        var account = new Account(
                protocol,
                "127.0.0.1",
                port,
                Security.PLAIN,
                user,
                new Account.Credentials.Password(new Secret(Dovecot.PASSWORD)),
                null,
                Duration.ofSeconds(20));
        var mailboxes = new Mailboxes(
                door,
                UncheckedIOException.class::isInstance,
                ports.folderLeases(),
                progress,
                contents,
                LIMITS,
                new LeaseTerms(owner, Duration.ofSeconds(30)),
                ports.clock());
        return mailboxes.reader(new WatchedFolder(
                new FolderName(user, "INBOX"),
                new MailServer(account, afterwards),
                afterwards,
                poll,
                idle,
                Duration.ofMillis(20)));
    }
}
