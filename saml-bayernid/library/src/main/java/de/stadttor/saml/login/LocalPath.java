package de.stadttor.saml.login;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path of our own, safe to redirect to. Browsers read {@code //host} and {@code /\host} as another host and drop
 * control characters, so only one leading slash and plain characters are let through.
 *
 * @param value begins with exactly one slash, at most 1000 characters
 */
public record LocalPath(String value) {

    private static final Pattern SAFE = Pattern.compile("/(?!/)[!-\\[\\]-~]{0,999}");

    /** Where a login leads that was not begun from anywhere. */
    public static final LocalPath ROOT = new LocalPath("/");

    public LocalPath {
        if (!SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a local path");
        }
    }

    /** Empty if the text is anything but a local path. */
    public static Optional<LocalPath> of(String text) {
        return SAFE.matcher(text).matches() ? Optional.of(new LocalPath(text)) : Optional.empty();
    }
}
