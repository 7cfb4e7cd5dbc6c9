package de.stadttor.people;

import java.time.Instant;

/** Citizens who are calling, by how surely they are known. */
public final class TestCitizens {

    private static final Instant LATE = Instant.parse("2026-11-22T23:00:00Z");

    private TestCitizens() {}

    public static Citizen loggedIn(CitizenId id, AssuranceLevel level) {
        return until(id, level, LATE);
    }

    public static Citizen until(CitizenId id, AssuranceLevel level, Instant until) {
        return new Citizen(id, level, "Erika Beispiel", null, until);
    }

    public static Citizen guest(CitizenId id, GuestSession session) {
        return new Citizen(id, AssuranceLevel.BASIC, null, session, LATE);
    }
}
