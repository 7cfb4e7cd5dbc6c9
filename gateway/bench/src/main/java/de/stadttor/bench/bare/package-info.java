/** What the program is held against: the same rows, written and read by as little as a plain programmer needs. */
@NullMarked
package de.stadttor.bench.bare;

import org.jspecify.annotations.NullMarked;
