package de.stadttor.appointments;

import de.stadttor.people.Citizen;
import org.jspecify.annotations.Nullable;

/**
 * What somebody shows who wants something of an appointment.
 *
 * @param secret null for none
 * @param citizen null for who is not logged in
 */
public record Credentials(@Nullable String secret, @Nullable Citizen citizen) {

    /** Logged in as whoever booked it; the session of an access link is for one case and proves nothing here. */
    boolean own(Appointment appointment) {
        return citizen != null && citizen.guestSession() == null && citizen.id().equals(appointment.citizen());
    }

    boolean have(Secrets.Purpose purpose, Secrets.Hashes hashes) {
        return secret != null && hashes.fits(purpose, secret);
    }
}
