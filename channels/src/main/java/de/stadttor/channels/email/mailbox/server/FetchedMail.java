package de.stadttor.channels.email.mailbox.server;

import de.stadttor.channels.email.mime.Slice;

/** What came of fetching a mail. */
public sealed interface FetchedMail {

    ListedMail mail();

    /** Byte for byte. */
    record Bytes(ListedMail mail, Slice bytes) implements FetchedMail {}

    /** Somebody removed it in the meantime. */
    record Gone(ListedMail mail) implements FetchedMail {}

    /** The server has it and does not give it. */
    record Withheld(ListedMail mail) implements FetchedMail {}
}
