/** Everything that leaves the gateway waits here, written in the transaction of its cause. */
@NullMarked
package de.stadttor.outbox;

import org.jspecify.annotations.NullMarked;
