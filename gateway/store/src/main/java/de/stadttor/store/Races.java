package de.stadttor.store;

import io.r2dbc.spi.R2dbcException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads MariaDB's error codes, wherever in a chain of causes they stand. */
public final class Races {

    /** Deadlock, lock wait timeout, and a row changed since the snapshot: begin again and it may work. */
    private static final Set<Integer> LOST = Set.of(1213, 1205, 1020);

    private static final int DUPLICATE = 1062;

    private Races() {}

    /** Another transaction was first; trying again from the start is safe, since nothing was written. */
    public static boolean lost(Throwable failure) {
        R2dbcException cause = databaseError(failure);
        return cause != null && LOST.contains(cause.getErrorCode());
    }

    /** A unique key is taken. */
    public static boolean duplicate(Throwable failure) {
        R2dbcException cause = databaseError(failure);
        return cause != null && cause.getErrorCode() == DUPLICATE;
    }

    private static @Nullable R2dbcException databaseError(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException found) {
                return found;
            }
        }
        return null;
    }
}
