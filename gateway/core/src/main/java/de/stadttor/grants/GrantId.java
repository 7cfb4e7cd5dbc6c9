package de.stadttor.grants;

import java.util.UUID;

/** Names a grant in access tokens; it proves nothing. */
public record GrantId(UUID value) {

    /** @throws IllegalArgumentException when it is no id */
    public static GrantId of(String text) {
        return new GrantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
