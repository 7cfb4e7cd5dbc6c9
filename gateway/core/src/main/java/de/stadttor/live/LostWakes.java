package de.stadttor.live;

import de.stadttor.events.Feeds;
import de.stadttor.people.CitizenId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks at the heads of all followed feeds and wakes those that grew unnoticed: another node's commits, and any wake
 * that was lost. One look costs a query for every 500 followed feeds, however many streams follow them.
 */
public final class LostWakes {

    private static final int BATCH = 500;

    private final Feeds feeds;
    private final Followers followers;
    private final Map<CitizenId, Long> known = new ConcurrentHashMap<>();

    public LostWakes(Feeds feeds, Followers followers) {
        this.feeds = feeds;
        this.followers = followers;
    }

    /** Looks once in every {@code interval}, for ever; a look that fails is left to the next one. */
    public Flux<Void> every(Duration interval) {
        return Flux.interval(interval).onBackpressureDrop().concatMap(_ -> look().onErrorComplete(), 1);
    }

    /** One look. */
    public Mono<Void> look() {
        return Mono.defer(() -> {
            Set<CitizenId> followed = followers.followed();
            known.keySet().retainAll(followed);
            return Flux.fromIterable(followed)
                    .buffer(BATCH)
                    .concatMap(feeds::heads)
                    .doOnNext(this::wakeGrown)
                    .then();
        });
    }

    private void wakeGrown(Map<CitizenId, Long> heads) {
        followers.wake(heads.entrySet().stream()
                .filter(head -> !head.getValue().equals(known.put(head.getKey(), head.getValue())))
                .map(Map.Entry::getKey)
                .toList());
    }
}
