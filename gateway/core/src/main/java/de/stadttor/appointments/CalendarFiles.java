package de.stadttor.appointments;

import reactor.core.publisher.Mono;

/** Writes an appointment down for the citizen's own calendar, which the JDK cannot. */
@FunctionalInterface
public interface CalendarFiles {

    /**
     * iCalendar (RFC 5545) with a method (RFC 5546): a request for what stands, a cancellation for what does not. The
     * UID is the appointment's for ever, and its sequence grows with each change, so that calendars follow.
     */
    Mono<String> write(Appointment appointment);
}
