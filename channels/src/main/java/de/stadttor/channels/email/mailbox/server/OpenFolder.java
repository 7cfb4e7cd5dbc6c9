package de.stadttor.channels.email.mailbox.server;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/**
 * A folder while a connection to it stands. Every call blocks, and comes from one thread at a time. After an error the
 * connection is of no use any more.
 */
public interface OpenFolder extends AutoCloseable {

    /** False when numbers are good for this connection only, and new mails show only in another one: POP3. */
    boolean lasting();

    /** UIDVALIDITY; 0 where there is none. */
    long validity() throws MessagingException;

    /** The highest number there is; 0 in an empty folder. */
    long newest() throws MessagingException;

    /** All mails with a higher number, in the order of their numbers. */
    List<MailRef> after(long number) throws MessagingException;

    /** Sizes and dates; mails that are gone are left out. */
    List<ListedMail> list(List<MailRef> mails) throws MessagingException;

    /** Each of {@code mails} with what came of it, whole. Changes nothing in the folder. */
    List<FetchedMail> fetch(List<ListedMail> mails) throws MessagingException, IOException;

    /**
     * A part of a mail that is too large to be fetched whole.
     *
     * @param offset rises with each call by what was got
     * @return at most {@code length} bytes; none at the end
     * @throws MailGone when somebody removed it
     * @throws MailWithheld when the server gives nothing though it told of more
     */
    ByteBuffer part(ListedMail mail, long offset, int length) throws MessagingException, IOException;

    /** Does with mails that are in what is to be done with them; harmless when repeated. */
    void finish(List<MailRef> mails) throws MessagingException;

    /**
     * Waits until something may have come: at most {@code longest}, less when the server tells it (RFC 2177). Returns
     * at once where that cannot be waited for.
     *
     * @return whether it waited
     */
    boolean awaitNews(Duration longest) throws MessagingException;

    /** In POP3 what was deleted goes only now. */
    @Override
    void close() throws MessagingException;
}
