package de.stadttor.appointments;

import de.stadttor.events.StreamId;
import java.util.UUID;

/** An appointment; its history is the stream of the same id. */
public record AppointmentId(UUID value) {

    public static AppointmentId of(String text) {
        return new AppointmentId(UUID.fromString(text));
    }

    StreamId stream() {
        return new StreamId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
