package de.stadttor.idempotency;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Gives a repeated request the result of the first one. */
public final class OnceOnly {

    private final RequestKeys keys;

    public OnceOnly(RequestKeys keys) {
        this.keys = keys;
    }

    /**
     * Runs {@code work}, which must {@link #claim} the key in its transaction, unless that was done before.
     *
     * @param key null when the client wants no protection
     * @param result id of what the work makes, if it is the first
     * @return the id of what this request or the first of its kind made; refused when the key was used for something
     *     else
     */
    public Mono<Outcome<UUID>> run(@Nullable RequestKey key, UUID result, Function<UUID, Mono<Void>> work) {
        Mono<Outcome<UUID>> done = work.apply(result).thenReturn(new Outcome<>(result, false));
        return key == null ? done : done.onErrorResume(KeyTaken.class, _ -> first(key));
    }

    /** Takes the key inside the transaction. */
    public Mono<Void> claim(@Nullable RequestKey key, UUID result) {
        return key == null ? Mono.empty() : keys.take(key, result);
    }

    private Mono<Outcome<UUID>> first(RequestKey key) {
        return keys.find(key).map(taken -> {
            if (!taken.fingerprint().equals(key.fingerprint())) {
                throw new Refused(new Refusal.KeyReused());
            }
            return new Outcome<>(taken.result(), true);
        });
    }
}
