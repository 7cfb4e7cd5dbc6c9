/** Streams and their log, each citizen's gap-free feed, and the transaction that writes them together. */
@NullMarked
package de.stadttor.events;

import org.jspecify.annotations.NullMarked;
