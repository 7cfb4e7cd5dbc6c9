package de.stadttor.calendar;

/**
 * A scope, by the number that the city's catalogue gives it.
 *
 * @param value from 1
 */
public record ScopeId(int value) {

    public ScopeId {
        if (value < 1) {
            throw new IllegalArgumentException("scope: " + value + " (expected: 1 or more)");
        }
    }

    public static ScopeId of(String text) {
        return new ScopeId(Integer.parseInt(text));
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
