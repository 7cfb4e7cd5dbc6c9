/** How fast mails become tickets. */
@NullMarked
package de.stadttor.bench.mailbox;

import org.jspecify.annotations.NullMarked;
