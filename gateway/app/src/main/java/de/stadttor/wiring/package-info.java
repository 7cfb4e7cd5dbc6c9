/** Makes the core's objects and starts what runs for ever. */
@NullMarked
package de.stadttor.wiring;

import org.jspecify.annotations.NullMarked;
