package de.stadttor.live;

import de.stadttor.events.Feeds;
import de.stadttor.events.StreamId;
import de.stadttor.people.CitizenId;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

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
    public Flux<Feeds.Entry> follow(CitizenId citizen, long after, @Nullable StreamId only) {
        return Flux.defer(() -> {
            AtomicLong position = new AtomicLong(after);
            return followers
                    .wakes(citizen)
                    .flatMap(_ -> readOn(citizen, position, only), ONE_AT_A_TIME, PAGE)
                    .checkpoint("follow feed");
        });
    }

    /**
     * Page by page until one is not full (a page that was interrupted and read on may be more than full): then the
     * reader has caught up with the log as it was when it looked.
     */
    private Flux<Feeds.Entry> readOn(CitizenId citizen, AtomicLong position, @Nullable StreamId only) {
        return page(citizen, position, only).repeatWhen(sizes -> sizes.takeWhile(size -> size >= PAGE));
    }

    private Flux<Feeds.Entry> page(CitizenId citizen, AtomicLong position, @Nullable StreamId only) {
        return Flux.defer(() -> feeds.read(citizen, position.get(), only, PAGE)
                        .doOnNext(entry -> position.set(entry.position())))
                .retryWhen(Outlasting.OUTAGES);
    }
}
