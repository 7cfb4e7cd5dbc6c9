package de.stadttor.channels.email.mailbox.server;

import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.imap.IMAPFolder;

/**
 * A folder of an IMAP server. Mails are named by UID in every command: sequence numbers change under whoever shares the
 * mailbox with another client.
 */
final class ImapFolder implements OpenFolder {

    /** For threads that end a wait, which takes them a round trip to the server. */
    private static final Executor WAKERS = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("mailbox waker").factory());

    private final Store store;
    private final IMAPFolder folder;
    private final ImapCommands commands;
    private final Afterwards afterwards;
    private final Duration patience;

    private ImapFolder(Store store, IMAPFolder folder, Afterwards afterwards, Duration patience) {
        this.store = store;
        this.folder = folder;
        this.commands = new ImapCommands(folder);
        this.afterwards = afterwards;
        this.patience = patience;
    }

    /** @param patience after which a read from the connection times out */
    static ImapFolder open(Store store, String name, Afterwards afterwards, Duration patience)
            throws MessagingException {
        String target = afterwards.target();
        if (target != null && !store.getFolder(target).exists()) {
            store.getFolder(target).create(Folder.HOLDS_MESSAGES);
        }
        Folder folder = store.getFolder(name);
        if (!(folder instanceof IMAPFolder imap)) {
            throw new FolderNotFoundException(folder, "no such folder");
        }
        imap.open(Folder.READ_WRITE);
        return new ImapFolder(store, imap, afterwards, patience);
    }

    @Override
    public boolean lasting() {
        return true;
    }

    @Override
    public long validity() throws MessagingException {
        return folder.getUIDValidity();
    }

    @Override
    public long newest() throws MessagingException {
        return LongStream.of(commands.search("*")).max().orElse(0);
    }

    /** A range ending in {@code *} always has the newest mail in it, also when its UID is below the range's start. */
    @Override
    public List<MailRef> after(long number) throws MessagingException {
        long validity = validity();
        String range = (number + 1) + ":*";
        return LongStream.of(afterwards.stays() ? commands.search(range) : commands.searchLeaving(range))
                .filter(uid -> uid > number)
                .sorted()
                .mapToObj(uid -> MailRef.of(validity, uid))
                .toList();
    }

    @Override
    public List<ListedMail> list(List<MailRef> mails) throws MessagingException {
        Map<Long, MailRef> byNumber = new HashMap<>();
        mails.forEach(mail -> byNumber.put(mail.number(), mail));
        return commands.list(byNumber);
    }

    @Override
    public List<FetchedMail> fetch(List<ListedMail> mails) throws MessagingException {
        Map<Long, FetchedMail> got = new HashMap<>();
        commands.fetch(mails).forEach(each -> got.put(each.mail().ref().number(), each));
        return mails.stream()
                .map(mail -> got.getOrDefault(mail.ref().number(), new FetchedMail.Gone(mail)))
                .toList();
    }

    @Override
    public ByteBuffer part(ListedMail mail, long offset, int length) throws MessagingException {
        return commands.part(mail, offset, length);
    }

    @Override
    public void finish(List<MailRef> mails) throws MessagingException {
        long[] uids = mails.stream().mapToLong(MailRef::number).toArray();
        switch (afterwards) {
            case Afterwards.Keep() -> commands.flag(uids, "\\Seen");
            case Afterwards.Move(String target) -> commands.move(uids, target);
            case Afterwards.Delete() -> commands.delete(uids);
        }
    }

    /** Angus ends an IDLE when any other thread needs the connection. */
    @Override
    public boolean awaitNews(Duration longest) throws MessagingException {
        if (!commands.can("IDLE")) {
            return false;
        }
        var waiting = new AtomicBoolean(true);
        wakeAfter(Quiet.lasting(longest, patience), waiting);
        try {
            folder.idle(true);
        } finally {
            waiting.set(false);
        }
        return true;
    }

    /** Again and again while somebody waits: on a busy machine the first time may be before the IDLE has begun. */
    private void wakeAfter(Duration pause, AtomicBoolean waiting) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, WAKERS)
                .execute(() -> {
                    if (waiting.get() && isAnswering()) {
                        wakeAfter(pause, waiting);
                    }
                });
    }

    /** Asking ends an IDLE. */
    private boolean isAnswering() {
        try {
            commands.nothing();
            return true;
        } catch (MessagingException | IllegalStateException _) {
            // The waiting thread gets the same error.
            return false;
        }
    }

    /** Without expunging: mails that others marked as deleted are none of our business. */
    @Override
    public void close() throws MessagingException {
        try (store) {
            if (folder.isOpen()) {
                folder.close(false);
            }
        }
    }
}
