package de.stadttor.channels.email.mailbox.server;

import de.stadttor.channels.email.mime.Slice;
import jakarta.mail.MessagingException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.imap.protocol.UIDSet;
import org.jspecify.annotations.Nullable;

/**
 * The commands of IMAP that we need, on UIDs (RFC 3501, 6.4.8; RFC 4315; RFC 6851). Angus offers them one mail at a
 * time; here one command fetches many.
 */
final class ImapCommands {

    private final IMAPFolder folder;

    /** What we marked as deleted and could not expunge yet. */
    private final Set<Long> doomed = new HashSet<>();

    ImapCommands(IMAPFolder folder) {
        this.folder = folder;
    }

    boolean can(String capability) throws MessagingException {
        return (Boolean) folder.doCommand(protocol -> protocol.hasCapability(capability));
    }

    void nothing() throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.noop();
            return true;
        });
    }

    /** UIDs that are there, of a range such as {@code 5:*}. */
    long[] search(String range) throws MessagingException {
        return found("UID " + range);
    }

    /**
     * The same where what is in leaves the folder. Without UIDPLUS what we marked as deleted may have to stay; it must
     * not come again and again.
     */
    long[] searchLeaving(String range) throws MessagingException {
        return found("UID " + range + (can("UIDPLUS") ? "" : " UNDELETED"));
    }

    private long[] found(String criteria) throws MessagingException {
        return run("UID SEARCH " + criteria).stream()
                .filter(response -> response instanceof IMAPResponse imap && imap.keyEquals("SEARCH"))
                .flatMapToLong(ImapCommands::numbers)
                .toArray();
    }

    List<ListedMail> list(Map<Long, MailRef> mails) throws MessagingException {
        List<ListedMail> listed = new ArrayList<>();
        String set = set(mails.keySet().stream().mapToLong(Long::longValue).sorted());
        for (FetchResponse response : fetched("UID FETCH " + set + " (UID RFC822.SIZE INTERNALDATE)")) {
            UID uid = response.getItem(UID.class);
            RFC822SIZE size = response.getItem(RFC822SIZE.class);
            INTERNALDATE date = response.getItem(INTERNALDATE.class);
            MailRef mail = uid == null ? null : mails.get(uid.uid);
            if (mail != null && size != null) {
                listed.add(new ListedMail(
                        mail, size.size, date == null ? null : date.getDate().toInstant()));
            }
        }
        return listed;
    }

    /** Those that the server still has. PEEK leaves them unseen until they are in. */
    List<FetchedMail> fetch(List<ListedMail> mails) throws MessagingException {
        Map<Long, ListedMail> byUid = new HashMap<>();
        mails.forEach(mail -> byUid.put(mail.ref().number(), mail));
        List<FetchedMail> got = new ArrayList<>();
        String set = set(byUid.keySet().stream().mapToLong(Long::longValue).sorted());
        for (FetchResponse response : fetched("UID FETCH " + set + " (UID BODY.PEEK[])")) {
            UID uid = response.getItem(UID.class);
            ListedMail mail = uid == null ? null : byUid.get(uid.uid);
            if (mail != null) {
                ByteArray bytes = bytes(response);
                got.add(bytes == null ? new FetchedMail.Withheld(mail) : new FetchedMail.Bytes(mail, slice(bytes)));
            }
        }
        return got;
    }

    /**
     * Short of the told size an empty string is the end only after some bytes, and of a mail that is still there: sizes
     * may be wrong, but servers also give it for what was removed (RFC 2180, 4.1.3). NIL never is there.
     */
    ByteBuffer part(ListedMail mail, long offset, int length) throws MessagingException {
        String what = " (UID BODY.PEEK[]<" + offset + "." + length + ">)";
        ByteArray bytes = fetched("UID FETCH " + mail.ref().number() + what).stream()
                .map(ImapCommands::bytes)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (offset < mail.size() && (bytes == null || bytes.getCount() == 0)) {
            requireEnd(mail.ref().number(), offset > 0 && bytes != null);
        }
        return bytes == null
                ? ByteBuffer.allocate(0)
                : ByteBuffer.wrap(bytes.getBytes(), bytes.getStart(), bytes.getCount());
    }

    private void requireEnd(long uid, boolean told) throws MessagingException {
        if (LongStream.of(search(Long.toString(uid))).noneMatch(there -> there == uid)) {
            throw new MailGone();
        }
        if (!told) {
            throw new MailWithheld();
        }
    }

    void flag(long[] uids, String flag) throws MessagingException {
        run("UID STORE " + set(LongStream.of(uids)) + " +FLAGS.SILENT (" + flag + ")");
    }

    /** Only these go (UIDPLUS). Without it they go when nobody else's mail would go with them. */
    void delete(long[] uids) throws MessagingException {
        flag(uids, "\\Deleted");
        if (can("UIDPLUS")) {
            run("UID EXPUNGE " + set(LongStream.of(uids)));
        } else {
            LongStream.of(uids).forEach(doomed::add);
            expungeOurs();
        }
    }

    private void expungeOurs() throws MessagingException {
        if (LongStream.of(found("DELETED")).allMatch(doomed::contains)) {
            run("EXPUNGE");
            doomed.clear();
        }
    }

    void move(long[] uids, String target) throws MessagingException {
        Argument name = new Argument();
        name.writeString(BASE64MailboxEncoder.encode(target));
        if (can("MOVE")) {
            run("UID MOVE " + set(LongStream.of(uids)), name);
        } else {
            run("UID COPY " + set(LongStream.of(uids)), name);
            delete(uids);
        }
    }

    private List<FetchResponse> fetched(String command) throws MessagingException {
        return run(command).stream()
                .filter(FetchResponse.class::isInstance)
                .map(FetchResponse.class::cast)
                .toList();
    }

    private List<Response> run(String command) throws MessagingException {
        return run(command, null);
    }

    private List<Response> run(String command, @Nullable Argument argument) throws MessagingException {
        return List.of((Response[]) folder.doCommand(protocol -> run(protocol, command, argument)));
    }

    /** Angus learns what else the server tells, but not the mails: it would keep a record of each. */
    private static Response[] run(IMAPProtocol protocol, String command, @Nullable Argument argument)
            throws ProtocolException {
        Response[] responses = protocol.command(command, argument);
        protocol.notifyResponseHandlers(Stream.of(responses)
                .filter(response -> !(response instanceof FetchResponse))
                .toArray(Response[]::new));
        protocol.handleResult(responses[responses.length - 1]);
        return responses;
    }

    private static LongStream numbers(Response search) {
        return LongStream.iterate(search.readLong(), number -> number != -1, _ -> search.readLong());
    }

    private static @Nullable ByteArray bytes(FetchResponse response) {
        BODY body = response.getItem(BODY.class);
        return body == null ? null : body.getByteArray();
    }

    /** Without a copy: the answer's own bytes. */
    private static Slice slice(ByteArray bytes) {
        return Slice.of(bytes.getBytes()).part(bytes.getStart(), bytes.getStart() + bytes.getCount());
    }

    private static String set(LongStream uids) {
        return UIDSet.toString(UIDSet.createUIDSets(uids.sorted().toArray()));
    }
}
