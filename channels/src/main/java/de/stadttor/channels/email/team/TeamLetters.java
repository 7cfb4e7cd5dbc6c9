package de.stadttor.channels.email.team;

import de.stadttor.channels.email.outbound.Letter;
import de.stadttor.channels.email.outbound.Letter.Trait;
import de.stadttor.channels.email.outbound.LetterBody;
import de.stadttor.channels.email.outbound.LetterWriter;
import de.stadttor.events.Event;
import de.stadttor.events.EventLog;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.teams.TeamAddresses;
import de.stadttor.ticketing.Contact;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.Tickets;
import de.stadttor.web.Language;
import de.stadttor.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Tells teams what is new in their tickets, with the words of it where mail may carry them, and colleagues what became
 * of what they answered. The city's offices read German.
 */
public final class TeamLetters implements LetterWriter {

    private static final Set<OutboxItem.Kind> ANSWERS =
            Set.of(OutboxItem.Kind.REPLY_NOTED, OutboxItem.Kind.REPLY_REFUSED);

    private final Tickets tickets;
    private final Messages messages;
    private final EventLog log;
    private final TeamAddresses addresses;
    private final Function<String, AssuranceLevel> carries;
    private final Texts texts;
    private final String desk;

    /**
     * @param carries highest level whose content mails of a queue may carry
     * @param desk address of a ticket's page at the desk, without the ticket's id at its end
     */
    public TeamLetters(
            Tickets tickets,
            Messages messages,
            EventLog log,
            TeamAddresses addresses,
            Function<String, AssuranceLevel> carries,
            Texts texts,
            String desk) {
        this.tickets = tickets;
        this.messages = messages;
        this.log = log;
        this.addresses = addresses;
        this.carries = carries;
        this.texts = texts;
        this.desk = desk;
    }

    @Override
    public boolean writes(OutboxItem item) {
        return switch (item.recipient()) {
            case Recipient.OfQueue _ -> true;
            case Recipient.OfAddress _ -> ANSWERS.contains(item.kind());
            case Recipient.OfCitizen _ -> false;
        };
    }

    @Override
    public Mono<Letter> write(OutboxItem item) {
        return tickets.find(item.ticket()).flatMap(ticket -> switch (item.recipient()) {
            case Recipient.OfQueue(var queue) -> news(item, ticket, queue);
            case Recipient.OfAddress(var address) -> Mono.just(result(item, ticket, address));
            case Recipient.OfCitizen _ -> Mono.empty();
        });
    }

    /** A ticket that has moved on since is no longer this team's to read. */
    private Mono<Letter> news(OutboxItem item, Ticket ticket, String queue) {
        return addresses
                .of(queue)
                .filter(_ -> ticket.queue().equals(queue))
                .flatMap(address -> log.read(item.ticket().stream(), item.cause() - 1, 1)
                        .single()
                        .flatMap(event -> words(ticket, event)
                                .map(message -> open(ticket, event, address, message))
                                .defaultIfEmpty(closed(ticket, event, address))));
    }

    /** The message that the event is about, or the newest of the citizen; empty where mail may not carry it. */
    private Mono<Message> words(Ticket ticket, Event event) {
        Mono<Message> message = TicketEvent.of(event.kind(), event.body()) instanceof TicketEvent.MessageAdded added
                ? messages.find(added.message())
                : messages.all(ticket.id())
                        .filter(one -> one.direction() == Direction.FROM_CITIZEN)
                        .takeLast(1)
                        .next();
        return message.filter(found -> carries.apply(ticket.queue()).satisfies(found.levelWithin(ticket)));
    }

    private Letter open(Ticket ticket, Event event, String address, Message message) {
        String body = text(
                "open",
                Answer.LINE,
                title(event),
                ticket.number().toString(),
                ticket.subject(),
                sender(ticket.contact()),
                message.text(),
                files(message),
                link(ticket));
        return letter(ticket, address, subject(ticket, event) + ": " + ticket.subject(), body + text("commands"));
    }

    private String sender(Contact contact) {
        String name = contact.name() == null ? contact.email() : contact.name();
        return Objects.requireNonNullElse(name, text("nobody"));
    }

    private Letter closed(Ticket ticket, Event event, String address) {
        String body = text("closed", Answer.LINE, title(event), ticket.number().toString(), link(ticket));
        return letter(ticket, address, subject(ticket, event), body);
    }

    private Letter letter(Ticket ticket, String address, String subject, String body) {
        return new Letter(
                ticket.queue(),
                address,
                Language.GERMAN.locale(),
                subject,
                LetterBody.of(body),
                Set.of(Trait.AUTOMATIC, Trait.REPLYABLE),
                thread(ticket),
                List.of(),
                Map.of());
    }

    private Letter result(OutboxItem item, Ticket ticket, String address) {
        String kind = item.kind() == OutboxItem.Kind.REPLY_NOTED ? "noted" : "refused";
        return Letter.of(
                ticket.queue(),
                address,
                Language.GERMAN.locale(),
                text(kind + ".subject", ticket.number().toString()),
                LetterBody.of(text(kind, ticket.number().toString(), link(ticket))),
                Set.of(Trait.AUTOMATIC));
    }

    /** One thread for each ticket, whichever mail of it a program has seen first. */
    private static List<String> thread(Ticket ticket) {
        return List.of("<" + ticket.id() + "@ticket.invalid>");
    }

    private String subject(Ticket ticket, Event event) {
        return "[" + ticket.number() + "] " + title(event);
    }

    private String title(Event event) {
        return texts.orElse(Language.GERMAN, "team.event." + event.kind(), text("event"));
    }

    private String files(Message message) {
        return message.files().isEmpty() ? "" : text("files", message.files().size());
    }

    private String link(Ticket ticket) {
        return desk + ticket.id();
    }

    private String text(String key, Object... arguments) {
        return texts.of(Language.GERMAN, "team." + key, arguments);
    }
}
