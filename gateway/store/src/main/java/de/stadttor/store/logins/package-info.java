/** Logins on their way, and the trail of those that came to an end, in MariaDB. */
@NullMarked
package de.stadttor.store.logins;

import org.jspecify.annotations.NullMarked;
