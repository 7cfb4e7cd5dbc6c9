package de.stadttor.chats;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is said often. */
public interface CannedReplies {

    /**
     * By key and language, after {@code after}.
     *
     * @param words in key or text, in any case; null for all
     */
    Flux<CannedReply> list(@Nullable String words, @Nullable Place after, int limit);

    Mono<Void> put(CannedReply reply);

    /** @return false when there was none */
    Mono<Boolean> remove(String key, String language);

    /** A place in the list. */
    record Place(String key, String language) {}
}
