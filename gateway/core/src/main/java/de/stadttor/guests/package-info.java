/** Citizens without an account: a link for one case, and the short session it opens. */
@NullMarked
package de.stadttor.guests;

import org.jspecify.annotations.NullMarked;
