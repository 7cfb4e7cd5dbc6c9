/** Forms a citizen can submit: schema, levels, target queue, texts. */
@NullMarked
package de.stadttor.forms;

import org.jspecify.annotations.NullMarked;
