package de.stadttor.channels.email.sender;

import de.stadttor.channels.email.mime.HeaderFields;
import de.stadttor.channels.email.mime.Slice;

/** A way to find out whether a sender is genuine. */
@FunctionalInterface
public interface SenderCheck {

    /** Believes nobody, so finds out nothing. */
    SenderCheck NONE = (header, raw) -> SenderVerdict.UNCHECKED;

    /** Never fails: what cannot be found out stays null in the verdict. {@code raw} is the whole message. */
    SenderVerdict check(HeaderFields header, Slice raw);
}
