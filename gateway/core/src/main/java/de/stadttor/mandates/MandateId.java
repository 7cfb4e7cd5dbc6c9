package de.stadttor.mandates;

import java.util.UUID;

/** Names a mandate; gives no right by itself. */
public record MandateId(UUID value) {

    public static MandateId of(String text) {
        return new MandateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
