/** Pages and files that the program serves from its own memory. */
@NullMarked
package de.stadttor.pages;

import org.jspecify.annotations.NullMarked;
