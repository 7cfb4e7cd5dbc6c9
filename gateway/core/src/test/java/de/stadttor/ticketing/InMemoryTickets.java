package de.stadttor.ticketing;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryTickets implements Tickets {

    private static final Comparator<Ticket> LATEST_CHANGE_FIRST = comparing(Ticket::updatedAt)
            .thenComparing(ticket -> ticket.id().value())
            .reversed();
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Table<TicketId, Ticket> tickets;
    private final Table<TicketId, TreeSet<CitizenId>> participants;
    private final Messages messages;

    /** @param messages their texts are searched as well */
    public InMemoryTickets(InMemoryDatabase database, Messages messages) {
        this.tickets = new Table<>(database);
        this.participants = new Table<>(database);
        this.messages = messages;
    }

    @Override
    public Mono<Void> open(List<Opening> openings) {
        return tickets.write(
                        rows -> openings.forEach(each -> rows.put(each.ticket().id(), each.ticket())))
                .then(participants.write(
                        rows -> openings.forEach(each -> rows.put(each.ticket().id(), only(each.participant())))));
    }

    private static TreeSet<CitizenId> only(CitizenId participant) {
        var participants = new TreeSet<>(comparing(CitizenId::value));
        participants.add(participant);
        return participants;
    }

    @Override
    public Mono<Ticket> find(TicketId id) {
        return tickets.ask(rows -> rows.get(id));
    }

    @Override
    public Mono<Ticket> find(TicketNumber number) {
        return tickets.select(rows -> rows.values().stream())
                .filter(ticket -> ticket.number().equals(number))
                .next();
    }

    @Override
    public Flux<Ticket> holdAll(Collection<TicketId> ids) {
        return tickets.select(rows -> rows.values().stream())
                .filter(ticket -> ids.contains(ticket.id()))
                .sort(comparing(ticket -> ticket.id().value()));
    }

    @Override
    public Mono<Map<TicketId, List<CitizenId>>> participants(Collection<TicketId> wanted) {
        return participants.ask(rows -> wanted.stream()
                .filter(ticket -> !among(rows, ticket).isEmpty())
                .collect(Collectors.toMap(ticket -> ticket, ticket -> List.copyOf(among(rows, ticket)))));
    }

    @Override
    public Mono<Ticket> hold(TicketId id) {
        return find(id);
    }

    @Override
    public Mono<Void> change(Ticket after) {
        return tickets.write(rows -> rows.replace(after.id(), after));
    }

    @Override
    public Mono<Boolean> participates(CitizenId citizen, TicketId ticket) {
        return participants.ask(rows -> among(rows, ticket).contains(citizen));
    }

    @Override
    public Mono<Void> join(CitizenId citizen, TicketId ticket) {
        return participants.write(rows -> changed(rows, ticket).add(citizen));
    }

    @Override
    public Mono<Void> leave(CitizenId citizen, TicketId ticket) {
        return participants.write(rows -> changed(rows, ticket).remove(citizen));
    }

    /** A copy, so that a rollback finds the old one. */
    private static TreeSet<CitizenId> changed(Map<TicketId, TreeSet<CitizenId>> rows, TicketId ticket) {
        var copy = new TreeSet<>(among(rows, ticket));
        rows.put(ticket, copy);
        return copy;
    }

    @Override
    public Flux<CitizenId> participants(TicketId ticket) {
        return participants.select(rows -> among(rows, ticket).stream());
    }

    @Override
    public Flux<Ticket> ofCitizen(CitizenId citizen, @Nullable TicketId before, int limit) {
        Comparator<Ticket> newestFirst =
                comparing((Ticket ticket) -> ticket.id().value()).reversed();
        return tickets.select(rows -> rows.values().stream())
                .filterWhen(ticket -> participates(citizen, ticket.id()))
                .filter(ticket -> before == null || ticket.id().value().compareTo(before.value()) < 0)
                .sort(newestFirst)
                .take(limit);
    }

    @Override
    public Flux<Ticket> search(Query query, @Nullable Place after, int limit) {
        return tickets.select(rows -> rows.values().stream())
                .filter(ticket -> query.queues() == null || query.queues().contains(ticket.queue()))
                .filter(ticket -> query.state() == null || query.state() == ticket.state())
                .filter(ticket -> after == null || isAfter(after, ticket))
                .filterWhen(ticket -> found(ticket, query.text()))
                .sort(LATEST_CHANGE_FIRST)
                .take(limit);
    }

    @Override
    public Flux<Ticket> ofForms(OfForms query) {
        return tickets.select(rows -> rows.values().stream())
                .filter(ticket -> isOf(query, ticket))
                .sort(comparing(Ticket::createdAt)
                        .thenComparing(ticket -> ticket.id().value())
                        .reversed())
                .skip(query.skip())
                .take(query.limit());
    }

    private static boolean isOf(OfForms query, Ticket ticket) {
        var form = ticket.origin().form();
        return form != null
                && query.forms().contains(form.key())
                && !ticket.createdAt().isBefore(query.from())
                && !ticket.createdAt().isAfter(query.until())
                && ticket.requiredLevel() == AssuranceLevel.BASIC
                && query.states().contains(ticket.state());
    }

    @Override
    public Mono<AssuranceLevel> requiredLevel(TicketId ticket) {
        return find(ticket).map(Ticket::requiredLevel);
    }

    private Mono<Boolean> found(Ticket ticket, @Nullable String text) {
        if (text == null || ticket.number().toString().equals(text)) {
            return Mono.just(true);
        }
        List<String> asked = words(text).toList();
        return messages.all(ticket.id()).map(Message::text).collectList().map(texts -> {
            List<String> there = Stream.concat(own(ticket), texts.stream())
                    .flatMap(InMemoryTickets::words)
                    .toList();
            return !asked.isEmpty()
                    && asked.stream().allMatch(word -> there.stream().anyMatch(w -> w.startsWith(word)));
        });
    }

    private static Stream<String> own(Ticket ticket) {
        return Stream.concat(
                Stream.of(
                                ticket.subject(),
                                ticket.contact().name(),
                                ticket.contact().email())
                        .filter(text -> text != null),
                ticket.customFields().values().stream().map(FieldValue::shown));
    }

    /** Folded as German phone books do (DIN 5007-2). */
    private static Stream<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue");
        return NO_WORD.splitAsStream(folded).filter(word -> !word.isEmpty());
    }

    private static boolean isAfter(Place place, Ticket ticket) {
        int byTime = ticket.updatedAt().compareTo(place.updatedAt());
        return byTime < 0
                || byTime == 0 && ticket.id().value().compareTo(place.ticket().value()) < 0;
    }

    private static TreeSet<CitizenId> among(Map<TicketId, TreeSet<CitizenId>> rows, TicketId ticket) {
        return rows.getOrDefault(ticket, new TreeSet<>(comparing(CitizenId::value)));
    }
}
