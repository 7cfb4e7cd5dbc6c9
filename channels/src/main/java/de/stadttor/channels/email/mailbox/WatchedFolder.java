package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.server.Afterwards;
import de.stadttor.channels.email.mailbox.server.MailServer;
import de.stadttor.mailboxes.FolderName;
import java.time.Duration;

/**
 * A folder to be read.
 *
 * @param poll longest time between two looks
 * @param idle whether the server may be asked to tell of new mails in between
 * @param retry longest pause after a first failure; it doubles with each further one, up to five minutes
 */
public record WatchedFolder(
        FolderName name, MailServer server, Afterwards afterwards, Duration poll, boolean idle, Duration retry) {}
