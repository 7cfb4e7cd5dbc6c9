/**
 * Calls as call centres tell of them: what happened, in whatever order it is reported; what was said, if the caller
 * agreed; and which ticket it belongs to.
 */
@NullMarked
package de.stadttor.calls;

import org.jspecify.annotations.NullMarked;
