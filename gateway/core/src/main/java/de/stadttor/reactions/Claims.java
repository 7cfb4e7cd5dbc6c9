package de.stadttor.reactions;

import de.stadttor.events.Event;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** What is still to be reacted to. */
public interface Claims {

    /**
     * Claims the reactions that are due longest, each of another stream, in a transaction of its own that is committed
     * when this returns. Of one stream nothing is claimed before everything earlier is done or dead.
     *
     * @param owner this process, for people who look
     * @param lease after it the claims are free again
     * @param most how many at once
     * @return an empty list when nothing is due
     */
    Mono<List<Claim>> next(String consumer, String owner, Duration lease, int most);

    /** The event to react to. */
    Mono<Event> event(Claim claim);

    /**
     * Joins the transaction of the reactions' effects; fails with {@link Overtaken} when the lease of one was lost.
     *
     * @param claims of one consumer, at least one
     */
    Mono<Void> done(List<Claim> claims);

    /** Frees the claim for a later try. */
    Mono<Void> retry(Claim claim, Duration after, String reason);

    /** Gives up: a dead letter for a person to see; later events of the stream go on. */
    Mono<Void> bury(Claim claim, String reason);

    /** How many reactions wait, and how many were given up. */
    Mono<Backlog> backlog();

    record Backlog(long waiting, long dead) {}
}
