/** Colleagues who answer by mail, and where teams get theirs, in MariaDB. */
@NullMarked
package de.stadttor.store.teams;

import org.jspecify.annotations.NullMarked;
