/** Sessions in MariaDB. */
@NullMarked
package de.stadttor.store.sessions;

import org.jspecify.annotations.NullMarked;
