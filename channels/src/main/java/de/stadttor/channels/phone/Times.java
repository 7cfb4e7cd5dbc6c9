package de.stadttor.channels.phone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times that a clock of our days can show; any other is a mistake, and no database column holds it. */
final class Times {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Times() {}

    static boolean canBe(@Nullable Instant time) {
        return time == null || (!time.isBefore(FIRST) && time.isBefore(LAST));
    }
}
