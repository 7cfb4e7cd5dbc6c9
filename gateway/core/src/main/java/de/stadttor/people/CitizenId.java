package de.stadttor.people;

import java.util.UUID;

/** A citizen as the gateway knows one: somebody with a verified identity, or the guest of one anonymous case. */
public record CitizenId(UUID value) {

    public static CitizenId of(String text) {
        return new CitizenId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
