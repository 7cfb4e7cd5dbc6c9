/** The program: wires the modules together. */
@NullMarked
package de.stadttor;

import org.jspecify.annotations.NullMarked;
