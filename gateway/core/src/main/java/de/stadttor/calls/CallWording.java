package de.stadttor.calls;

import de.stadttor.ticketing.TicketNumber;
import java.util.List;

/** Puts calls into words, for caseworkers but for the subject, which citizens see too. */
public interface CallWording {

    /** Tells nothing of what was said, and no number. */
    String subject(Call call);

    /** Who called whom, when and for how long. */
    String opening(Call call);

    /**
     * The same of a call that had a ticket of its own.
     *
     * @param from where all that was said before stays
     */
    String moved(Call call, TicketNumber from);

    /** The same of a caller who shall be called back. */
    String callBack(Call call);

    /**
     * What was said, in texts that each fit a message.
     *
     * @param pieces in their order
     * @param later true when other words of the call stand in a message already
     */
    List<String> transcript(Call call, List<Piece> pieces, boolean later);
}
