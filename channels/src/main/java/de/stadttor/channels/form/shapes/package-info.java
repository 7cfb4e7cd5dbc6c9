/** Makes submissions of other shapes: XML by declared rules, and data with the address of their schema. */
@NullMarked
package de.stadttor.channels.form.shapes;

import org.jspecify.annotations.NullMarked;
