package de.stadttor.channels.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadttor.channels.email.mailbox.InFlight.Room;
import org.junit.jupiter.api.Test;

class InFlightTest {

    private static final int MOST = 1 << 20;

    private final InFlight inFlight = new InFlight(MOST);

    @Test
    void letsOnlySoManyMailsToTheDoorHoweverSmallTheyAre() throws InterruptedException {
        Room one = inFlight.take(1);
        one.forMails(InFlight.MAILS);
        Room other = inFlight.take(1);
        Thread waiting = Thread.startVirtualThread(() -> enter(other));
        await().until(() -> waiting.getState() == Thread.State.WAITING);
        one.give();
        waiting.join();
        assertThat(other.mails()).hasValue(1);
    }

    @Test
    void getsRoomBackOnce() throws InterruptedException {
        Room one = inFlight.take(MOST);
        one.give();
        one.give();
        inFlight.take(MOST);
        Thread waiting = Thread.startVirtualThread(() -> {
            try {
                inFlight.take(1);
            } catch (InterruptedException _) {
                // The end of the test.
            }
        });
        await().until(() -> waiting.getState() == Thread.State.WAITING);
        waiting.interrupt();
    }

    private static void enter(Room room) {
        try {
            room.forMails(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
