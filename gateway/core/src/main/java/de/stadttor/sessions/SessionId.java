package de.stadttor.sessions;

import java.util.UUID;

/** Names a session; what proves it is a {@link SessionSecret}. */
public record SessionId(UUID value) {

    public static SessionId of(String text) {
        return new SessionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
