/**
 * When offices are open: rules, holidays and closures, and the slots that follow from them. A <em>scope</em> is the
 * unit of an office that has a calendar of its own. Local times are those of the scope's zone; slots are instants.
 */
@NullMarked
package de.stadttor.calendar;

import org.jspecify.annotations.NullMarked;
