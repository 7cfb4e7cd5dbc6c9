/** How fast a citizen reads a ticket with its messages. */
@NullMarked
package de.stadttor.bench.read;

import org.jspecify.annotations.NullMarked;
