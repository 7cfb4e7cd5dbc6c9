package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.inbound.RawMail;
import de.stadttor.channels.email.mailbox.InFlight.Room;
import de.stadttor.channels.email.mailbox.server.ListedMail;
import java.util.List;

/**
 * A batch whose bytes are here.
 *
 * @param gone somebody removed them in the meantime
 * @param withheld the server has them and does not give them
 * @param room what the bytes take, to be given back when the door has answered
 */
record LoadedBatch(Batch batch, List<Loaded> mails, List<ListedMail> gone, List<ListedMail> withheld, Room room) {

    /** @param digest SHA-256 of the bytes, in hexadecimal digits */
    record Loaded(ListedMail mail, RawMail raw, String digest) {}
}
