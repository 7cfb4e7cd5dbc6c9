package de.stadttor.privacy;

import de.stadttor.people.Caller;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who looked at what. */
@FunctionalInterface
public interface Audit {

    /** Completes once on durable record: whose look cannot be recorded is shown nothing. */
    Mono<Void> read(Caller reader, Subject subject);

    /**
     * What was looked at.
     *
     * @param kind such as {@code ticket}
     * @param id of the thing; null for lists
     */
    record Subject(String kind, @Nullable String id) {

        public static Subject list(String kind) {
            return new Subject(kind, null);
        }

        public static Subject of(String kind, Object id) {
            return new Subject(kind, id.toString());
        }
    }
}
