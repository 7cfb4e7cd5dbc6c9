package de.stadttor.ticketing;

/** Which way a message goes. */
public enum Direction {
    FROM_CITIZEN("fromCitizen"),
    TO_CITIZEN("toCitizen"),
    /** A note among caseworkers; no citizen ever learns that it exists. */
    INTERNAL("internal");

    private final String code;

    Direction(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Direction of(String code) {
        for (Direction direction : values()) {
            if (direction.code.equals(code)) {
                return direction;
            }
        }
        throw new IllegalArgumentException("not a direction: " + code);
    }
}
