/** Chats, who operates them, and what was decided about them, in MariaDB. */
@NullMarked
package de.stadttor.store.chats;

import org.jspecify.annotations.NullMarked;
