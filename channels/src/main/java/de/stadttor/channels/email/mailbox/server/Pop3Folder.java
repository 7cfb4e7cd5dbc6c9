package de.stadttor.channels.email.mailbox.server;

import de.stadttor.channels.email.mime.Slice;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that POP3 has (RFC 1939). A connection sees it as it was at its beginning, and what it deletes goes
 * with its end. Mails are known by their UIDL, which only equal mails may share (RFC 1939, 7).
 */
final class Pop3Folder implements OpenFolder {

    private final Store store;
    private final POP3Folder folder;
    private final Afterwards afterwards;
    private @Nullable SpooledMail spooled;

    private Pop3Folder(Store store, POP3Folder folder, Afterwards afterwards) {
        this.store = store;
        this.folder = folder;
        this.afterwards = afterwards;
    }

    static Pop3Folder open(Store store, String name, Afterwards afterwards) throws MessagingException {
        Folder folder = store.getFolder(name);
        if (!(folder instanceof POP3Folder pop3)) {
            throw new FolderNotFoundException(folder, "no such folder");
        }
        pop3.open(Folder.READ_WRITE);
        return new Pop3Folder(store, pop3, afterwards);
    }

    @Override
    public boolean lasting() {
        return false;
    }

    @Override
    public long validity() {
        return 0;
    }

    @Override
    public long newest() throws MessagingException {
        return folder.getMessageCount();
    }

    @Override
    public List<MailRef> after(long number) throws MessagingException {
        Message[] messages = folder.getMessages();
        FetchProfile names = new FetchProfile();
        names.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(messages, names);
        List<MailRef> mails = new ArrayList<>(messages.length);
        for (Message message : messages) {
            String name = folder.getUID(message);
            if (name == null) {
                throw new MessagingException("the server has no UIDL, so its mails cannot be told apart");
            }
            if (message.getMessageNumber() > number) {
                mails.add(new MailRef(message.getMessageNumber(), name));
            }
        }
        return mails;
    }

    @Override
    public List<ListedMail> list(List<MailRef> mails) throws MessagingException {
        int[] sizes = folder.getSizes();
        return mails.stream()
                .map(mail -> new ListedMail(mail, sizes[(int) mail.number() - 1], null))
                .toList();
    }

    @Override
    public List<FetchedMail> fetch(List<ListedMail> mails) throws MessagingException, IOException {
        List<FetchedMail> fetched = new ArrayList<>(mails.size());
        for (ListedMail mail : mails) {
            fetched.add(fetch(mail));
        }
        return fetched;
    }

    private FetchedMail fetch(ListedMail mail) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream(Math.toIntExact(mail.size()));
        try {
            message(mail.ref()).writeTo(bytes);
        } catch (MessageRemovedException _) {
            return new FetchedMail.Withheld(mail);
        }
        return new FetchedMail.Bytes(mail, Slice.of(bytes.toByteArray()));
    }

    /** POP3 gives a mail from its beginning to its end, so it is put into a file first. */
    @Override
    public ByteBuffer part(ListedMail mail, long offset, int length) throws MessagingException, IOException {
        if (spooled == null || !spooled.mail().equals(mail.ref())) {
            forgetSpooled();
            spooled = SpooledMail.of(mail.ref(), message(mail.ref()));
        }
        return spooled.part(offset, length);
    }

    @Override
    public void finish(List<MailRef> mails) throws MessagingException {
        if (!afterwards.stays()) {
            for (MailRef mail : mails) {
                message(mail).setFlag(Flags.Flag.DELETED, true);
            }
        }
    }

    @Override
    public boolean awaitNews(Duration longest) {
        return false;
    }

    @Override
    public void close() throws MessagingException {
        try (store) {
            forgetSpooled();
            if (folder.isOpen()) {
                folder.close(true);
            }
        }
    }

    private Message message(MailRef mail) throws MessagingException {
        return folder.getMessage((int) mail.number());
    }

    private void forgetSpooled() {
        if (spooled != null) {
            spooled.remove();
            spooled = null;
        }
    }
}
