/** The processes of a benchmark: each on its own folder and port, all gone in the end. */
@NullMarked
package de.stadttor.bench.machine;

import org.jspecify.annotations.NullMarked;
