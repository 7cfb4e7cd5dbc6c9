package de.stadttor.channels.email.mailbox;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much may be under way at once, over all mailboxes: bytes of mails in memory, from before they are fetched until
 * the door has answered, and mails before the door. So a slow database slows the mailboxes down instead of filling the
 * heap, and leaves the door free for others.
 */
final class InFlight {

    /** Two full turns of the door; others are turned away only when 192 wait, so mails alone never make it so. */
    static final int MAILS = 128;

    private static final int UNIT = 1024;

    private final int units;
    private final Semaphore bytes;
    private final Semaphore mails = new Semaphore(MAILS, true);

    /** @param most bytes; a single mail may be as large, and then is alone */
    InFlight(long most) {
        this.units = Math.toIntExact(Math.max(1, most / UNIT));
        this.bytes = new Semaphore(units, true);
    }

    /** Waits for room, first come first served. Blocks; what holds room never needs the thread that waits here. */
    Room take(long wanted) throws InterruptedException {
        int taken = (int) Math.min(units, wanted / UNIT + 1);
        bytes.acquire(taken);
        return new Room(this, taken, new AtomicInteger(), new AtomicBoolean());
    }

    /** Room that somebody has. */
    record Room(InFlight of, int units, AtomicInteger mails, AtomicBoolean given) {

        /** Waits for places before the door as well, in the same way; once. */
        void forMails(int count) throws InterruptedException {
            of.mails.acquire(count);
            mails.set(count);
        }

        /** Gives it back; once, however often it is called. */
        void give() {
            if (given.compareAndSet(false, true)) {
                of.bytes.release(units);
                of.mails.release(mails.get());
            }
        }
    }
}
