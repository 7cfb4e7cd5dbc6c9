package de.stadttor.channels.chat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * What one connection has written itself: that is acknowledged, and not told once more. A message can be seen in the
 * log before the one who wrote it knows where it stands, so whoever reads the log waits for that.
 */
final class OwnMessages {

    private final Set<Long> positions = ConcurrentHashMap.newKeySet();
    private volatile Sinks.@Nullable Empty<Void> writing;

    /** Writes, one message after the other. */
    <T> Mono<T> whileWriting(Mono<T> work) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> over = Sinks.empty();
            writing = over;
            return work.doFinally(_ -> {
                writing = null;
                over.tryEmitEmpty();
            });
        });
    }

    void wrote(long position) {
        positions.add(position);
    }

    /** Completes when nothing is being written, so that {@link #isOwn} knows. */
    Mono<Void> settled() {
        Sinks.Empty<Void> over = writing;
        return over == null ? Mono.empty() : over.asMono();
    }

    /** Asked once for each position. */
    boolean isOwn(long position) {
        return positions.remove(position);
    }
}
