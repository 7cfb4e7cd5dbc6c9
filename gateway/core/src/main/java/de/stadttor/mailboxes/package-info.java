/** How far each folder of each mailbox is read, and which process reads it. */
@NullMarked
package de.stadttor.mailboxes;

import org.jspecify.annotations.NullMarked;
