@NullMarked
package de.stadttor.store.ticketing;

import org.jspecify.annotations.NullMarked;
