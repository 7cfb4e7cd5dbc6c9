/** Mandates and their principals in MariaDB. */
@NullMarked
package de.stadttor.store.mandates;

import org.jspecify.annotations.NullMarked;
