/** What administrators decide about forms. */
@NullMarked
package de.stadttor.desk.forms;

import org.jspecify.annotations.NullMarked;
