/** Booking appointments, logged in or not. Contract: {@code openapi/appointments.yaml}. */
@NullMarked
package de.stadttor.citizenapi.appointments;

import org.jspecify.annotations.NullMarked;
