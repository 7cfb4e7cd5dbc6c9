package de.stadttor.calls;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where calls live. */
public interface Calls {

    Mono<Call> find(CallId id);

    /**
     * Holds calls for the running transaction, in an order of their own, so that two of them never wait for each other;
     * a call that nobody has told of before begins here.
     */
    Flux<Call.History> hold(Collection<CallId> ids, Instant now);

    /** Adds what is new of calls that are held. Joins the running transaction. */
    Mono<Void> add(List<News> news);

    /** Stores calls that are held as they are now. Joins the running transaction. */
    Mono<Void> write(List<Call> calls);

    /** What was said in a call that is held and stands in no message yet, in its order. */
    Flux<Piece> words(CallId id);

    /**
     * Forgets these words of a call that is held; joins the running transaction.
     *
     * @param written true when they stand in a message now; else it is as if they had never been told
     */
    Mono<Void> forgetWords(CallId id, boolean written);

    /** Calls that await something no longer, longest first. */
    Flux<CallId> overdue(Instant now, int limit);

    /**
     * Calls whose caller shall be called back, most urgent first.
     *
     * @param queues null for all
     * @param after null for the beginning
     */
    Flux<Call> toCallBack(@Nullable Set<String> queues, @Nullable Place after, int limit);

    /** Forgets calls of which nothing was told since {@code before}, and recordings whose time is over. */
    Mono<Void> expire(Instant before, Instant now);

    /**
     * @param events that are new
     * @param pieces likewise, or newer than those of their number
     */
    record News(CallId call, List<CallEvent> events, List<Piece> pieces) {
        public News {
            events = List.copyOf(events);
            pieces = List.copyOf(pieces);
        }
    }

    /** A place among those who shall be called back. */
    record Place(Instant by, String call) {}
}
