package de.stadttor.events;

import de.stadttor.people.CitizenId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What each citizen may see of the log, in an order of its own without gaps. */
public interface Feeds {

    /**
     * Entries after a position, oldest first.
     *
     * @param only restricts to one stream; null for all
     * @param limit at most so many
     */
    Flux<Entry> read(CitizenId citizen, long after, @Nullable StreamId only, int limit);

    /** Position of the newest entry; 0 when there is none. */
    Mono<Long> head(CitizenId citizen);

    /** Newest positions of many at once; who has none is left out. */
    Mono<Map<CitizenId, Long>> heads(Collection<CitizenId> citizens);

    /** @param position place in the citizen's feed, from 1 */
    record Entry(long position, Event event) {}
}
