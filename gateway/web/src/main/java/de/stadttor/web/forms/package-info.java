/** What stands in a form as JSON: whether its schema, its texts and its presentation can be trusted to work. */
@NullMarked
package de.stadttor.web.forms;

import org.jspecify.annotations.NullMarked;
