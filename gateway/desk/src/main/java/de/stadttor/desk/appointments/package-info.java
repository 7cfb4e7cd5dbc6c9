/** What administrators decide about calendars and the catalogue, and what staff book. */
@NullMarked
package de.stadttor.desk.appointments;

import org.jspecify.annotations.NullMarked;
