package de.stadttor.saml.testidp;

import java.util.Arrays;

/** The levels on the wire. */
public enum Level {
    BASIC("STORK-QAA-Level-1"),
    LOW("STORK-QAA-Level-2"),
    SUBSTANTIAL("STORK-QAA-Level-3"),
    HIGH("STORK-QAA-Level-4");

    private final String wire;

    Level(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    boolean isAtLeast(Level other) {
        return compareTo(other) >= 0;
    }

    static Level of(String wire) {
        return Arrays.stream(values())
                .filter(level -> level.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new RequestRefused("authn-context-unknown"));
    }
}
