package de.stadttor.appointments;

/**
 * A service, by the number that the city's catalogue gives it.
 *
 * @param value from 1
 */
public record ServiceId(int value) {

    public ServiceId {
        if (value < 1) {
            throw new IllegalArgumentException("service: " + value + " (expected: 1 or more)");
        }
    }

    public static ServiceId of(String text) {
        return new ServiceId(Integer.parseInt(text));
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
