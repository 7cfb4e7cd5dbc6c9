package de.stadttor.appointments;

import de.stadttor.calendar.ScopeId;
import de.stadttor.people.CitizenId;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where appointments live. */
public interface Appointments {

    /** Joins the running transaction; fails with {@link NumberTaken} when another has its number. */
    Mono<Void> add(Appointment appointment, Secrets.Hashes hashes);

    /** Whoever else changes it waits until the running transaction ends; empty when there is none. */
    Mono<Appointment> hold(AppointmentId id);

    /** Stores what changed; joins the running transaction, which must hold it. */
    Mono<Void> change(Appointment appointment);

    Mono<Appointment> find(AppointmentId id);

    Mono<AppointmentId> find(int number);

    /** Empty when there is no such appointment. */
    Mono<Secrets.Hashes> hashes(AppointmentId id);

    /** Those whose places are counted as taken although their time is over, oldest first. */
    Flux<Appointment> leftOver(Collection<ScopeId> scopes, Instant now, int limit);

    /** The same of all scopes. */
    Flux<Appointment> leftOver(Instant now, int limit);

    /** Confirmed ones that begin after {@code now}. */
    Flux<Appointment> after(Instant now);

    /** A citizen's own that are confirmed, newest first, before {@code before}. */
    Flux<Appointment> of(CitizenId citizen, @Nullable AppointmentId before, int limit);

    /**
     * Counts what a citizen or an address has ahead in a scope, waiting for its activation or confirmed. Whoever else
     * counts for the same citizen or address waits until the running transaction ends.
     *
     * @param email in whatever case; null for none
     * @param but which does not count
     */
    Mono<Long> ahead(
            ScopeId scope, @Nullable CitizenId citizen, @Nullable String email, AppointmentId but, Instant now);

    /** Two appointments drew the same number: draw again. */
    final class NumberTaken extends RuntimeException {

        public NumberTaken() {
            super("number taken", null, false, false);
        }
    }
}
