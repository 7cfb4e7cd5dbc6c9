/**
 * Other shapes in which submissions arrive: XML of any namespace, and data with the address of a schema, each mapped to
 * a form by what administrators declared.
 */
@NullMarked
package de.stadttor.shapes;

import org.jspecify.annotations.NullMarked;
