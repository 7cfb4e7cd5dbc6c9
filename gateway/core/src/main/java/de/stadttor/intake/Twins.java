package de.stadttor.intake;

import de.stadttor.idempotency.RequestKey;
import de.stadttor.idempotency.RequestKeys;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.Tickets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds messages that came to several places at once: each makes its ticket, and the tickets know each other. */
public final class Twins {

    private final RequestKeys keys;
    private final Tickets tickets;
    private final Messages messages;

    public Twins(RequestKeys keys, Tickets tickets, Messages messages) {
        this.keys = keys;
        this.tickets = tickets;
        this.messages = messages;
    }

    /**
     * The tickets that were there before with the same message, by what will be the new one's; asks nothing of messages
     * without such a trace. Joins the running transaction.
     */
    Mono<Map<TicketId, TicketId>> known(List<Arrival> arrivals) {
        Map<UUID, RequestKey> wanted = new LinkedHashMap<>();
        arrivals.forEach(arrival -> {
            RequestKey twin = arrival.message().circumstances().traces().twin();
            if (twin != null) {
                wanted.put(arrival.ticket().value(), twin);
            }
        });
        return wanted.isEmpty() ? Mono.just(Map.of()) : keys.share(wanted).flatMap(owners -> others(arrivals, owners));
    }

    private Mono<Map<TicketId, TicketId>> others(List<Arrival> arrivals, Map<UUID, UUID> owners) {
        var fresh = arrivals.stream().map(Arrival::ticket).collect(Collectors.toSet());
        return Flux.fromIterable(owners.entrySet())
                .filter(each -> !each.getKey().equals(each.getValue()))
                .concatMap(each -> (fresh.contains(new TicketId(each.getValue()))
                                ? Mono.just(new TicketId(each.getValue()))
                                : ticketOf(each.getValue()))
                        .map(first -> Map.entry(new TicketId(each.getKey()), first)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What a key made is a ticket, or a message in one. */
    public Mono<TicketId> ticketOf(UUID made) {
        return tickets.find(new TicketId(made))
                .map(Ticket::id)
                .switchIfEmpty(
                        Mono.defer(() -> messages.find(new MessageId(made)).map(Message::ticket)));
    }
}
