package de.stadttor.live;

import de.stadttor.events.Feeds;
import de.stadttor.events.StreamId;
import de.stadttor.live.LiveEvent.Began;
import de.stadttor.live.LiveEvent.Closed;
import de.stadttor.live.LiveEvent.Happened;
import de.stadttor.live.LiveEvent.Heartbeat;
import de.stadttor.live.LiveEvent.Reason;
import de.stadttor.live.LiveEvent.Reset;
import de.stadttor.live.LiveEvent.Snapshot;
import de.stadttor.live.LiveFeed.Found;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.TicketId;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A citizen follows one ticket, or all of them. Rights are looked at for every event and while nothing happens. */
public final class FollowTickets {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration STANDING_CHECK = Duration.ofSeconds(3);

    private final LiveFeed live;
    private final Feeds feeds;
    private final Access access;
    private final Standing standing;
    private final Clock clock;

    public FollowTickets(LiveFeed live, Feeds feeds, Access access, Standing standing, Clock clock) {
        this.live = live;
        this.feeds = feeds;
        this.access = access;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * One ticket; refused like reading it. Ends with {@link Closed} when the right to it does. The head is read before
     * the ticket: what is committed between the two is in the snapshot and told again, never lost.
     *
     * @return the stream, apart from what it took to begin it: an open stream holds nothing of that
     */
    public Mono<Flux<LiveEvent>> one(Citizen citizen, TicketId id, Resumption resumption) {
        return feeds.head(citizen.id())
                .flatMap(head -> access.readable(citizen, id)
                        .map(ticket -> stream(citizen, from(citizen, ticket, resumption, head))))
                .checkpoint("follow ticket");
    }

    /** Everything the citizen takes part in; the same way. */
    public Mono<Flux<LiveEvent>> all(Citizen citizen, Resumption resumption) {
        return feeds.head(citizen.id())
                .map(head -> stream(citizen, from(citizen, null, resumption, head)))
                .checkpoint("follow all tickets");
    }

    private Flux<LiveEvent> stream(Citizen citizen, Flux<LiveEvent> events) {
        Flux<LiveEvent> heartbeats =
                Flux.interval(HEARTBEAT).onBackpressureDrop().map(_ -> new Heartbeat());
        return Flux.merge(1, events, heartbeats, expiry(citizen), revocation(citizen))
                .takeUntil(Closed.class::isInstance)
                .startWith(new Began());
    }

    private Flux<LiveEvent> from(Citizen citizen, @Nullable Ticket only, Resumption resumption, long head) {
        return switch (resumption) {
            case Resumption.Now _ -> begin(citizen, only, new Snapshot(head, only), head);
            case Resumption.After(long position) ->
                position <= head
                        ? happenings(citizen, only, position)
                        : begin(citizen, only, new Reset(head, only), head);
            case Resumption.Unknown _ -> begin(citizen, only, new Reset(head, only), head);
        };
    }

    private Flux<LiveEvent> begin(Citizen citizen, @Nullable Ticket only, LiveEvent first, long head) {
        return Flux.concat(Mono.just(first), happenings(citizen, only, head));
    }

    private Flux<LiveEvent> happenings(Citizen citizen, @Nullable Ticket only, long after) {
        StreamId stream = only == null ? null : only.id().stream();
        return live.follow(citizen.id(), after, stream).concatMap(found -> shown(citizen, found, only != null), 1);
    }

    private Flux<LiveEvent> shown(Citizen citizen, Found found, boolean single) {
        var id = new TicketId(found.entry().event().stream().value());
        return found.wake()
                .read(new Right(citizen, id), access.announced(citizen, id).retryWhen(Outlasting.OUTAGES))
                .<LiveEvent>flatMapMany(ticket -> {
                    Happened happened = happened(citizen, ticket, found.entry());
                    boolean over = single && !Access.shows(citizen, ticket.requiredLevel());
                    return over ? Flux.just(happened, new Closed(Reason.LEVEL_RAISED)) : Flux.just(happened);
                })
                .switchIfEmpty(single ? Flux.just(new Closed(Reason.REVOKED)) : Flux.empty());
    }

    private static Happened happened(Citizen citizen, Ticket ticket, Feeds.Entry entry) {
        TicketEvent event = TicketEvent.of(entry.event().kind(), entry.event().body());
        boolean withheld = !Access.shows(citizen, demanded(ticket, event));
        return new Happened(
                entry.position(), ticket, event, withheld, entry.event().at());
    }

    private static AssuranceLevel demanded(Ticket ticket, TicketEvent event) {
        return event instanceof TicketEvent.MessageAdded added && added.requiredLevel() != null
                ? ticket.requiredLevel().atLeast(added.requiredLevel())
                : ticket.requiredLevel();
    }

    private Mono<LiveEvent> expiry(Citizen citizen) {
        return Mono.defer(() -> Mono.delay(Duration.between(clock.instant(), citizen.until())))
                .map(_ -> new Closed(Reason.TOKEN_EXPIRED));
    }

    private Mono<LiveEvent> revocation(Citizen citizen) {
        return citizen.canBeLost()
                ? Flux.interval(STANDING_CHECK)
                        .onBackpressureDrop()
                        .concatMap(_ -> standing.lost(citizen).onErrorComplete(), 1)
                        .next()
                        .map(Closed::new)
                : Mono.never();
    }

    private record Right(Citizen citizen, TicketId ticket) {}
}
