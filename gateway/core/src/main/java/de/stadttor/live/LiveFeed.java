package de.stadttor.live;

import de.stadttor.events.Feeds;
import de.stadttor.events.StreamId;
import de.stadttor.people.CitizenId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A citizen's feed from a position on and then for ever: subscribe, then read, then follow. */
public final class LiveFeed {

    private static final int PAGE = 100;

    /** Unlike {@code concatMap}, {@code flatMap} then forgets a read that is over, and streams are idle mostly. */
    private static final int ONE_AT_A_TIME = 1;

    private final Feeds feeds;
    private final Followers followers;

    public LiveFeed(Feeds feeds, Followers followers) {
        this.feeds = feeds;
        this.followers = followers;
    }

    /**
     * Every entry after {@code after}, in order, once; never completes. Reads only as fast as it is asked.
     *
     * @param only restricts to one stream; null for all
     */
    public Flux<Found> follow(CitizenId citizen, long after, @Nullable StreamId only) {
        return Flux.defer(() -> {
            AtomicLong position = new AtomicLong(after);
            return followers
                    .wakes(citizen)
                    .flatMap(wake -> readOn(wake, citizen, position, only), ONE_AT_A_TIME, PAGE)
                    .checkpoint("follow feed");
        });
    }

    /** Page by page until one is not full: then the reader has caught up with the log as it was when it looked. */
    private Flux<Found> readOn(Wake wake, CitizenId citizen, AtomicLong position, @Nullable StreamId only) {
        return page(wake, citizen, position, only).repeatWhen(sizes -> sizes.takeWhile(size -> size >= PAGE));
    }

    private Flux<Found> page(Wake wake, CitizenId citizen, AtomicLong position, @Nullable StreamId only) {
        return Mono.defer(() -> wake.read(new Page(position.get(), only), entries(citizen, position.get(), only)))
                .flatMapIterable(Function.identity())
                .doOnNext(entry -> position.set(entry.position()))
                .map(entry -> new Found(entry, wake));
    }

    private Mono<List<Feeds.Entry>> entries(CitizenId citizen, long after, @Nullable StreamId only) {
        return Flux.defer(() -> feeds.read(citizen, after, only, PAGE))
                .collectList()
                .retryWhen(Outlasting.OUTAGES);
    }

    /** @param wake by which it was found */
    public record Found(Feeds.Entry entry, Wake wake) {}

    private record Page(long after, @Nullable StreamId only) {}
}
