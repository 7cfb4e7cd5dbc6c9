package de.stadttor.calendar;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where the rules of calendars live, and what became of them. */
public interface Calendars {

    /** Whoever else changes this calendar waits until the running transaction ends. */
    Mono<Void> lock(ScopeId scope);

    Flux<Availability> availabilities(ScopeId scope);

    /** In place of the version before it, if there is one. */
    Mono<Void> put(Availability availability);

    Mono<Void> remove(UUID availability);

    /** From {@code from} on, by day. */
    Flux<Closure> closures(ScopeId scope, LocalDate from);

    /** A day that is closed already gets the new reason. */
    Mono<Void> close(Closure closure);

    Mono<Void> reopen(ScopeId scope, LocalDate day);

    Mono<Void> note(CalendarChange change);

    /** The newest first, before {@code before}; from the newest on without one. */
    Flux<CalendarChange> changes(ScopeId scope, @Nullable UUID before, int limit);
}
