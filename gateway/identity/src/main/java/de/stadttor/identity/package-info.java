/** Who is calling: logins, sessions and tokens. */
@NullMarked
package de.stadttor.identity;

import org.jspecify.annotations.NullMarked;
