package de.stadttor.appointments;

/**
 * An office, by the number that the city's catalogue gives it.
 *
 * @param value from 1
 */
public record OfficeId(int value) {

    public OfficeId {
        if (value < 1) {
            throw new IllegalArgumentException("office: " + value + " (expected: 1 or more)");
        }
    }

    public static OfficeId of(String text) {
        return new OfficeId(Integer.parseInt(text));
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
