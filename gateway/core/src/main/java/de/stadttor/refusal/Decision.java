package de.stadttor.refusal;

import de.stadttor.people.Caseworker;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a decision about settings has to satisfy: who makes it, and that they know what they decide about. */
public final class Decision {

    /** The version of what is not there. */
    public static final long NONE = 0;

    private Decision() {}

    /** Refused for everybody but administrators. */
    public static Mono<Void> ofAdministrator(Caseworker caseworker) {
        return caseworker.roles().contains(Caseworker.Role.ADMIN)
                ? Mono.empty()
                : Mono.error(() -> new Refused(new Refusal.NotAllowed()));
    }

    /**
     * The current version, if it is the one that was seen.
     *
     * @param current {@link #NONE} for what is not there
     * @param seen null by who saw nothing
     */
    public static long unstale(long current, @Nullable Long seen) {
        if (current != (seen == null ? NONE : seen)) {
            throw new Refused(new Refusal.StaleVersion(current));
        }
        return current;
    }

    /**
     * Always refused: somebody else was faster.
     *
     * @param current the version by now; empty for what is gone
     */
    public static <T> Mono<T> overtaken(Mono<Long> current) {
        return current.defaultIfEmpty(NONE)
                .flatMap(version -> Mono.error(() -> new Refused(new Refusal.StaleVersion(version))));
    }
}
