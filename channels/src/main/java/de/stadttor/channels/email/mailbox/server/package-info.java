/**
 * Mail servers as they speak: IMAP and POP3 through Angus Mail. Everything here blocks, and runs on threads of its own.
 */
@NullMarked
package de.stadttor.channels.email.mailbox.server;

import org.jspecify.annotations.NullMarked;
