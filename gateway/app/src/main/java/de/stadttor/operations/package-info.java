/** What operators rely on: keys, housekeeping. */
@NullMarked
package de.stadttor.operations;

import org.jspecify.annotations.NullMarked;
