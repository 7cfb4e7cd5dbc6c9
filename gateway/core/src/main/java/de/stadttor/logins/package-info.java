/** How a citizen's login begins, ends, raises a session or is refused; and the trail it leaves. */
@NullMarked
package de.stadttor.logins;

import org.jspecify.annotations.NullMarked;
