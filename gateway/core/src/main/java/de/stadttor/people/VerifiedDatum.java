package de.stadttor.people;

import java.time.Instant;

/**
 * One thing that an identity provider said about a person.
 *
 * @param value not empty, without control characters
 * @param trust how firmly the provider knows this, which may be less firmly than who the person is
 * @param learnedAt when it said so, in UTC
 */
public record VerifiedDatum(Kind kind, String value, AssuranceLevel trust, Instant learnedAt) {

    @Override
    public String toString() {
        return "VerifiedDatum[" + kind + ", " + trust + "]";
    }

    /** What is kept of a person, and nothing else: a name to be addressed by, and where a notice reaches them. */
    public enum Kind {
        GIVEN_NAME,
        SURNAME,
        MAIL
    }
}
