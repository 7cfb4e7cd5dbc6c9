package de.stadttor.calendar;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which scopes there are. */
public interface Scopes {

    Mono<CalendarScope> find(ScopeId id);

    Flux<CalendarScope> all();
}
