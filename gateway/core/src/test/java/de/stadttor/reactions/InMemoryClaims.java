package de.stadttor.reactions;

import de.stadttor.events.Event;
import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.InMemoryLog;
import de.stadttor.events.StreamId;
import de.stadttor.events.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Claims over what the log says must be reacted to. */
public final class InMemoryClaims implements Claims {

    private final InMemoryLog log;
    private final Table<Key, State> states;
    private final Clock clock;

    public InMemoryClaims(InMemoryDatabase database, InMemoryLog log, Clock clock) {
        this.log = log;
        this.states = new Table<>(database);
        this.clock = clock;
    }

    @Override
    public Mono<List<Claim>> next(String consumer, String owner, Duration lease, int most) {
        return log.concerning(consumer)
                .collectList()
                .flatMap(events -> states.writing(rows -> claimed(rows, consumer, events, lease, most)));
    }

    @Override
    public Mono<Event> event(Claim claim) {
        return log.read(claim.stream(), claim.seq() - 1, 1).single();
    }

    @Override
    public Mono<Void> done(List<Claim> claims) {
        return states.write(rows -> {
            claims.forEach(claim -> ours(rows, claim));
            claims.forEach(claim -> rows.put(Key.of(claim), ours(rows, claim).ended(false)));
        });
    }

    @Override
    public Mono<Void> retry(Claim claim, Duration after, String reason) {
        return states.write(rows -> {
            State state = rows.get(Key.of(claim));
            if (state.fence() == claim.fence() && !state.over()) {
                rows.put(Key.of(claim), state.due(clock.instant().plus(after)));
            }
        });
    }

    @Override
    public Mono<Void> bury(Claim claim, String reason) {
        return states.write(rows -> rows.put(Key.of(claim), ours(rows, claim).ended(true)));
    }

    @Override
    public Mono<Backlog> backlog() {
        return log.reactionsAskedFor()
                .flatMap(asked -> states.ask(rows -> new Backlog(
                        asked - rows.values().stream().filter(State::over).count(),
                        rows.values().stream().filter(State::dead).count())));
    }

    private List<Claim> claimed(Map<Key, State> rows, String consumer, List<Event> events, Duration lease, int most) {
        Set<StreamId> passed = new HashSet<>();
        List<Claim> claims = new ArrayList<>();
        for (Event event : events) {
            var key = new Key(consumer, event.stream(), event.seq());
            State state = rows.getOrDefault(key, State.fresh(event.at()));
            if (claims.size() < most && !state.over() && passed.add(event.stream()) && state.free(clock.instant())) {
                State leased = state.leased(clock.instant().plus(lease));
                rows.put(key, leased);
                claims.add(new Claim(consumer, event.stream(), event.seq(), leased.fence(), leased.attempts()));
            }
        }
        return claims;
    }

    private static State ours(Map<Key, State> rows, Claim claim) {
        State state = rows.get(Key.of(claim));
        if (state.over() || state.fence() != claim.fence()) {
            throw new Overtaken();
        }
        return state;
    }

    private record Key(String consumer, StreamId stream, long seq) {

        static Key of(Claim claim) {
            return new Key(claim.consumer(), claim.stream(), claim.seq());
        }
    }

    /** @param until end of the lease; null while nobody holds it */
    private record State(Instant due, @Nullable Instant until, long fence, int attempts, boolean over, boolean dead) {

        static State fresh(Instant due) {
            return new State(due, null, 0, 0, false, false);
        }

        boolean free(Instant now) {
            return !due.isAfter(now) && (until == null || until.isBefore(now));
        }

        State leased(Instant end) {
            return new State(due, end, fence + 1, attempts + 1, false, false);
        }

        State due(Instant later) {
            return new State(later, null, fence, attempts, false, false);
        }

        State ended(boolean buried) {
            return new State(due, null, fence, attempts, true, buried);
        }
    }
}
