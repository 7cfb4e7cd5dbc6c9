/** Logins of citizens, and how long each holds at which level. */
@NullMarked
package de.stadttor.sessions;

import org.jspecify.annotations.NullMarked;
