package de.stadttor.civic;

import de.stadttor.files.StoredFile;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Origin;
import de.stadttor.ticketing.Queue;
import de.stadttor.ticketing.Queues;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketNumber;
import de.stadttor.ticketing.TicketState;
import de.stadttor.ticketing.Tickets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The requests that anybody may see: tickets of shown services that take no login. One that a caseworker locked away by
 * raising its level is gone from here at once.
 */
public final class PublicRequests {

    private static final int MOST_SERVICES = 1000;

    private final CivicServices services;
    private final Publications publications;
    private final Tickets tickets;
    private final Messages messages;
    private final Queues queues;

    public PublicRequests(
            CivicServices services, Publications publications, Tickets tickets, Messages messages, Queues queues) {
        this.services = services;
        this.publications = publications;
        this.tickets = tickets;
        this.messages = messages;
        this.queues = queues;
    }

    /** The services that are offered, by code. */
    public Flux<CivicService> services() {
        return services.list(null, MOST_SERVICES).filter(CivicService::shown);
    }

    /** Empty when it is not offered. */
    public Mono<CivicService> service(String code) {
        return services.find(code).filter(CivicService::shown);
    }

    /** Newest first. */
    public Flux<PublicRequest> find(Window window) {
        return services()
                .filter(service -> window.codes().isEmpty() || window.codes().contains(service.code()))
                .collectMap(CivicService::form, Function.identity())
                .filter(known -> !known.isEmpty())
                .flatMapMany(known -> tickets.ofForms(window.query(known.keySet()))
                        .collectList()
                        .flatMapMany(found -> complete(found, known)));
    }

    /** Those of {@code numbers} that anybody may see, in their order. */
    public Flux<PublicRequest> find(Collection<TicketNumber> numbers) {
        return Flux.fromIterable(numbers).concatMap(this::find);
    }

    public Mono<PublicRequest> find(TicketNumber number) {
        return tickets.find(number).flatMap(this::shown);
    }

    public Mono<PublicRequest> find(TicketId id) {
        return tickets.find(id).flatMap(this::shown);
    }

    /** The released picture of a request; empty when there is none. */
    public Mono<StoredFile> photo(TicketNumber number) {
        return find(number)
                .mapNotNull(PublicRequest::publication)
                .mapNotNull(Publication::photo)
                .flatMap(photo -> messages.file(photo.message(), photo.file()));
    }

    private Mono<PublicRequest> shown(Ticket ticket) {
        Origin.FormReference form = ticket.origin().form();
        return form == null || ticket.requiredLevel() != AssuranceLevel.BASIC
                ? Mono.empty()
                : services.ofForm(form.key())
                        .filter(CivicService::shown)
                        .flatMap(service -> complete(List.of(ticket), Map.of(form.key(), service))
                                .next());
    }

    private Flux<PublicRequest> complete(List<Ticket> found, Map<String, CivicService> byForm) {
        return Mono.zip(
                        publications.of(found.stream().map(Ticket::id).toList()),
                        queues.all().collect(Collectors.toMap(Queue::key, Queue::title)))
                .flatMapIterable(known -> found.stream()
                        .map(ticket -> request(ticket, byForm, known.getT1(), known.getT2()))
                        .toList());
    }

    private static PublicRequest request(
            Ticket ticket,
            Map<String, CivicService> byForm,
            Map<TicketId, Publication> released,
            Map<String, String> titles) {
        Origin.FormReference form = Objects.requireNonNull(ticket.origin().form());
        return new PublicRequest(
                ticket,
                Objects.requireNonNull(byForm.get(form.key())),
                titles.getOrDefault(ticket.queue(), ""),
                released.get(ticket.id()));
    }

    /**
     * What is looked for.
     *
     * @param codes of services; empty for all
     * @param from first moment of arrival
     * @param until last one
     * @param states of tickets
     * @param skip how many of the newest to leave out
     */
    public record Window(Set<String> codes, Instant from, Instant until, Set<TicketState> states, int skip, int limit) {

        Tickets.OfForms query(Set<String> forms) {
            return new Tickets.OfForms(forms, from, until, states, skip, limit);
        }
    }

    /**
     * A request as the public may know it: whoever shows it takes nothing else from its ticket than number, state,
     * times and, rounded, where.
     *
     * @param agency title of the queue in charge
     * @param publication what was released; null for nothing yet
     */
    public record PublicRequest(
            Ticket ticket,
            CivicService service,
            String agency,
            @Nullable Publication publication) {}
}
