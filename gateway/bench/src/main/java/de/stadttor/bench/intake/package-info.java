/** How fast submissions are stored, and whether each is, once. */
@NullMarked
package de.stadttor.bench.intake;

import org.jspecify.annotations.NullMarked;
