/** How fast what is told of calls is stored, and whether each of it is, once. */
@NullMarked
package de.stadttor.bench.calls;

import org.jspecify.annotations.NullMarked;
