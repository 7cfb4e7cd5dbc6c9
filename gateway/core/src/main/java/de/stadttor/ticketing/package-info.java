/** Tickets and their messages: one conversation whatever the channel, and who may see what of it. */
@NullMarked
package de.stadttor.ticketing;

import org.jspecify.annotations.NullMarked;
