/**
 * What holds when the program and its database are killed: docs/reliability.md says how it is shown. A package of its
 * own, so that the build begins with it (the test takes the longest, and mostly waits).
 */
@NullMarked
package de.stadttor.survival;

import org.jspecify.annotations.NullMarked;
