/** Consumers of the log: claimed with a lease, at least once, in order per stream, with a visible dead letter. */
@NullMarked
package de.stadttor.reactions;

import org.jspecify.annotations.NullMarked;
