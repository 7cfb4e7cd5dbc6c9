/**
 * Reads mailboxes: fetches what has come, hands it in at the {@link de.stadttor.channels.email.inbound.MailDoor}, and
 * flags, moves or deletes it only when the door has answered. What dies in between is offered again; the door knows it.
 */
@NullMarked
@NamedInterface
package de.stadttor.channels.email.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
