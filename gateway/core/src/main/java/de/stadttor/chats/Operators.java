package de.stadttor.chats;

import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who chats for the office. */
public interface Operators {

    Mono<Operator> find(String subject);

    /** Finds and holds them for the running transaction, in which they get or give a chat. */
    Mono<Operator> hold(String subject);

    /** Stores an operator, new or known. */
    Mono<Void> put(Operator operator);

    /** Those whose connections were known to live after {@code since}, the longest idle first. */
    Flux<Operator> presentSince(Instant since);

    /** Connections of theirs live right now. */
    Mono<Void> seen(Collection<String> subjects, Instant now);
}
