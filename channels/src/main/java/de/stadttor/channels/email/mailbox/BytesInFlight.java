package de.stadttor.channels.email.mailbox;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many bytes of mails may be in memory at once, over all mailboxes: from before they are fetched until the door has
 * answered. So a slow database slows the mailboxes down instead of filling the heap.
 */
public final class BytesInFlight {

    private static final int UNIT = 1024;

    private final int units;
    private final Semaphore free;

    /** @param most bytes; a single mail may be as large, and then is alone */
    public BytesInFlight(long most) {
        this.units = Math.toIntExact(Math.max(1, most / UNIT));
        this.free = new Semaphore(units, true);
    }

    /** Waits for room, first come first served. Blocks; what holds room never needs the thread that waits here. */
    Room take(long bytes) throws InterruptedException {
        int wanted = (int) Math.min(units, bytes / UNIT + 1);
        free.acquire(wanted);
        return new Room(free, wanted, new AtomicBoolean());
    }

    /** Room that somebody has. */
    record Room(Semaphore free, int units, AtomicBoolean given) {

        /** Gives it back; once, however often it is called. */
        void give() {
            if (given.compareAndSet(false, true)) {
                free.release(units);
            }
        }
    }
}
