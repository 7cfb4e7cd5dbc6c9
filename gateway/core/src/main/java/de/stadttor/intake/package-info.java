/** The one door in: whatever arrives becomes a ticket exactly once. */
@NullMarked
package de.stadttor.intake;

import org.jspecify.annotations.NullMarked;
