/**
 * Live chats: who waits, who is there to answer, and who talks with whom. What is said lives at the ticket, like
 * everything else that is said; a chat only knows which ticket that is.
 */
@NullMarked
package de.stadttor.chats;

import org.jspecify.annotations.NullMarked;
