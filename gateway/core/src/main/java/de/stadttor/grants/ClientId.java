package de.stadttor.grants;

import java.util.regex.Pattern;

/** The name under which an application is registered: 1 to 64 of {@code A-Z a-z 0-9 . _ -}. */
public record ClientId(String value) {

    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public ClientId {
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a client id (expected: " + WRITTEN + ")");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
