package de.stadttor.saml.citizen;

import java.io.Serializable;
import java.util.function.Function;

/**
 * One thing said about a person, and how far it can be trusted.
 *
 * @param value never empty, stripped of surrounding blanks, free of control characters
 */
public record Datum<T>(T value, TrustLevel trust) implements Serializable {

    <R> Datum<R> map(Function<T, R> mapper) {
        return new Datum<>(mapper.apply(value), trust);
    }

    /** Says nothing about the person, so that a careless log line stays harmless. */
    @Override
    public String toString() {
        return "Datum[" + trust + "]";
    }
}
