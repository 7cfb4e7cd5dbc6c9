package de.stadttor.live;

import de.stadttor.events.Feeds;
import de.stadttor.events.StreamId;
import de.stadttor.people.CitizenId;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Feeds where something can happen right before or after somebody reads a head. */
class HeadWatchedFeeds implements Feeds {

    private final Feeds feeds;
    private final UnaryOperator<Mono<Long>> reading;

    HeadWatchedFeeds(Feeds feeds, UnaryOperator<Mono<Long>> reading) {
        this.feeds = feeds;
        this.reading = reading;
    }

    @Override
    public Flux<Entry> read(CitizenId citizen, long after, StreamId only, int limit) {
        return feeds.read(citizen, after, only, limit);
    }

    @Override
    public Mono<Long> head(CitizenId citizen) {
        return reading.apply(feeds.head(citizen));
    }

    @Override
    public Mono<Map<CitizenId, Long>> heads(Collection<CitizenId> citizens) {
        return feeds.heads(citizens);
    }
}
