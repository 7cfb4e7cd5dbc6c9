/** A repeated request has one effect and the same answer. */
@NullMarked
package de.stadttor.idempotency;

import org.jspecify.annotations.NullMarked;
