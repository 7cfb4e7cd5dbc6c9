package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.server.ListedMail;
import de.stadttor.channels.email.mailbox.server.MailRef;
import java.util.ArrayList;
import java.util.List;

/**
 * Mails that are fetched, handed in and finished together.
 *
 * @param fresh false for a mail that failed before
 * @param tries how often it failed alone
 */
record Batch(List<ListedMail> mails, Way way, boolean fresh, int tries) {

    private static final int MOST_MAILS = 64;
    private static final long MOST_BYTES = 4L << 20;

    /** How the bytes come. */
    enum Way {
        /** In one go, into memory. */
        WHOLE,
        /** Piece by piece into the content store. */
        PIECEWISE,
        /** The same, and only its header is understood. */
        BY_HEADER,
        /** The same, and what has come when it breaks off is taken for the mail. */
        SALVAGED
    }

    static Batch again(ListedMail mail, Way way, int tries) {
        return new Batch(List.of(mail), way, false, tries);
    }

    /**
     * Keeps the order.
     *
     * @param wholeUpTo bytes; a larger mail comes alone and piecewise
     */
    static List<Batch> of(List<ListedMail> mails, long wholeUpTo) {
        List<Batch> batches = new ArrayList<>();
        List<ListedMail> open = new ArrayList<>();
        long bytes = 0;
        for (ListedMail mail : mails) {
            if (open.size() == MOST_MAILS || bytes + mail.size() > MOST_BYTES) {
                close(open, batches);
                bytes = 0;
            }
            if (mail.size() > wholeUpTo) {
                close(open, batches);
                bytes = 0;
                batches.add(new Batch(List.of(mail), Way.PIECEWISE, true, 0));
            } else {
                open.add(mail);
                bytes += mail.size();
            }
        }
        close(open, batches);
        return batches;
    }

    private static void close(List<ListedMail> open, List<Batch> batches) {
        if (!open.isEmpty()) {
            batches.add(new Batch(List.copyOf(open), Way.WHOLE, true, 0));
            open.clear();
        }
    }

    /** Then what came may be a part only. */
    boolean salvaged() {
        return way == Way.SALVAGED;
    }

    long bytes() {
        return mails.stream().mapToLong(ListedMail::size).sum();
    }

    long highest() {
        return mails.stream()
                .map(ListedMail::ref)
                .mapToLong(MailRef::number)
                .max()
                .orElse(0);
    }
}
