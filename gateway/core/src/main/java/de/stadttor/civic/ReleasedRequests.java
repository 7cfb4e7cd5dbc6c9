package de.stadttor.civic;

import de.stadttor.events.UnitOfWork;
import de.stadttor.files.FileId;
import de.stadttor.files.ScanVerdict;
import de.stadttor.files.StoredFile;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Caseworker.Role;
import de.stadttor.refusal.Decision;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Origin;
import de.stadttor.ticketing.PublicationEvent;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What caseworkers tell the public about requests of shown services. */
public final class ReleasedRequests {

    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");

    private final Access access;
    private final CivicServices services;
    private final Publications publications;
    private final Messages messages;
    private final Journal journal;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public ReleasedRequests(
            Access access,
            CivicServices services,
            Publications publications,
            Messages messages,
            Journal journal,
            UnitOfWork unitOfWork,
            Clock clock) {
        this.access = access;
        this.services = services;
        this.publications = publications;
        this.messages = messages;
        this.journal = journal;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    public Mono<Publication> read(Caseworker caseworker, TicketId ticket) {
        return access.readable(caseworker, ticket)
                .then(publications.find(ticket))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }

    /**
     * Shows {@code description} and a picture to everybody, instead of what was shown before.
     *
     * @param seen version that the caseworker saw; null for a ticket of which nothing is released
     * @param file of one of the ticket's messages; null for none
     */
    public Mono<Publication> release(
            Caseworker caseworker, TicketId id, @Nullable Long seen, String description, @Nullable FileId file) {
        return unitOfWork
                .commit(() -> writable(caseworker, id)
                        .delayUntil(this::refuseUnlessShown)
                        .then(moment(id, seen))
                        .flatMap(at -> photo(id, file)
                                .map(found -> new Publication(id, description, found, caseworker.reference(), at))
                                .switchIfEmpty(Mono.fromSupplier(
                                        () -> new Publication(id, description, null, caseworker.reference(), at))))
                        .delayUntil(publications::put)
                        .delayUntil(_ -> journal.record(id, List.of(new PublicationEvent.Released()))))
                .checkpoint("release request");
    }

    /**
     * Shows nothing of it any longer; a repeat changes nothing.
     *
     * @param seen version that the caseworker saw; null for whatever is released
     */
    public Mono<Void> withdraw(Caseworker caseworker, TicketId id, @Nullable Long seen) {
        return unitOfWork
                .<Void>commit(() -> writable(caseworker, id)
                        .then(Mono.defer(() -> publications.find(id)))
                        .doOnNext(
                                current -> Decision.unstale(current.version(), seen == null ? current.version() : seen))
                        .flatMap(_ -> publications.remove(id))
                        .flatMap(_ -> journal.record(id, List.of(new PublicationEvent.ReleaseWithdrawn()))))
                .checkpoint("withdraw release");
    }

    /**
     * When it is released: later than what it replaces, whatever the clock says, for that is how versions differ. The
     * ticket is held, so that nobody else releases anything meanwhile.
     */
    private Mono<Instant> moment(TicketId id, @Nullable Long seen) {
        return Mono.defer(() -> publications.find(id))
                .map(Publication::version)
                .defaultIfEmpty(Decision.NONE)
                .map(current -> Decision.unstale(current, seen))
                .map(current -> later(clock.instant().truncatedTo(ChronoUnit.MICROS), Publication.after(current)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Mono<Ticket> writable(Caseworker caseworker, TicketId id) {
        return caseworker.roles().contains(Role.CASEWORKER)
                ? access.writable(caseworker, id)
                : Mono.error(() -> new Refused(new Refusal.NotAllowed()));
    }

    private Mono<CivicService> refuseUnlessShown(Ticket ticket) {
        Origin.FormReference form = ticket.origin().form();
        return (form == null || ticket.requiredLevel() != AssuranceLevel.BASIC
                        ? Mono.<CivicService>empty()
                        : services.ofForm(form.key()))
                .filter(CivicService::shown)
                .switchIfEmpty(Mono.error(() ->
                        new Refused(new Refusal.StateConflict(ticket.state().code(), "release"))));
    }

    /** Empty when none is wanted. */
    private Mono<Publication.Photo> photo(TicketId id, @Nullable FileId file) {
        return file == null
                ? Mono.empty()
                : messages.all(id)
                        .flatMap(message -> Flux.fromIterable(message.files())
                                .filter(stored -> stored.id().equals(file))
                                .map(stored -> photo(message, stored)))
                        .next()
                        .switchIfEmpty(invalid("unknown-file"));
    }

    private static Publication.Photo photo(Message message, StoredFile file) {
        if (!PICTURES.contains(file.content().mediaType()) || file.scan() == ScanVerdict.INFECTED) {
            throw new Refused(Refusal.Invalid.at("/files/0", "no-picture"));
        }
        return new Publication.Photo(message.id(), file.id());
    }

    private static <T> Mono<T> invalid(String code) {
        return Mono.error(() -> new Refused(Refusal.Invalid.at("/files/0", code)));
    }
}
