@NullMarked
package de.stadttor.store.guests;

import org.jspecify.annotations.NullMarked;
