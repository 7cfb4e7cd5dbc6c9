package de.stadttor.civic;

import de.stadttor.events.UnitOfWork;
import de.stadttor.files.FileId;
import de.stadttor.files.ScanVerdict;
import de.stadttor.files.StoredFile;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Caseworker.Role;
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
     * @param file of one of the ticket's messages; null for none
     */
    public Mono<Publication> release(Caseworker caseworker, TicketId id, String description, @Nullable FileId file) {
        return unitOfWork
                .commit(() -> writable(caseworker, id)
                        .delayUntil(this::refuseUnlessShown)
                        .flatMap(ticket -> photo(id, file)
                                .map(found -> publication(caseworker, id, description, found))
                                .switchIfEmpty(Mono.fromSupplier(() -> publication(caseworker, id, description, null))))
                        .delayUntil(publications::put)
                        .delayUntil(_ -> journal.record(id, List.of(new PublicationEvent.Released()))))
                .checkpoint("release request");
    }

    /** Shows nothing of it any longer; a repeat changes nothing. */
    public Mono<Void> withdraw(Caseworker caseworker, TicketId id) {
        return unitOfWork
                .<Void>commit(() -> writable(caseworker, id)
                        .then(publications.remove(id))
                        .flatMap(removed -> removed
                                ? journal.record(id, List.of(new PublicationEvent.ReleaseWithdrawn()))
                                : Mono.empty()))
                .checkpoint("withdraw release");
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

    private Publication publication(
            Caseworker caseworker, TicketId id, String description, Publication.@Nullable Photo photo) {
        return new Publication(id, description, photo, caseworker.reference(), clock.instant());
    }
}
