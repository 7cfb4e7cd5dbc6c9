package de.stadttor.chats;

import de.stadttor.events.Event;
import de.stadttor.events.Feeds;
import de.stadttor.live.LiveFeed;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is said in a chat, in its order: the messages of its ticket as they stand in the citizen's feed. */
public final class ChatLines {

    private final LiveFeed live;
    private final ChatFeed feed;
    private final Tickets tickets;
    private final Messages messages;

    public ChatLines(LiveFeed live, Feeds feeds, Tickets tickets, Messages messages) {
        this.live = live;
        this.feed = new ChatFeed(feeds);
        this.tickets = tickets;
        this.messages = messages;
    }

    /**
     * Every message after a position, once, in order, and then for ever. Fails with a refusal when the ticket is no
     * longer the citizen's.
     *
     * @param level how firmly the reader proved who it is
     */
    Flux<Line> follow(Chat chat, long after, AssuranceLevel level) {
        Chat.About about = chat.about();
        return live.follow(about.citizen(), after, about.ticket().stream())
                .filter(found -> isMessage(found.entry().event()))
                .concatMap(
                        found -> found.wake()
                                .read(new Shown(found.entry().position(), about.ticket()), shown(chat, found.entry()))
                                .map(written -> written.at(level)),
                        1);
    }

    /** Every message after a position that there is now; for one who follows, and must know that nothing is missed. */
    Flux<Line> rest(Chat chat, long after, AssuranceLevel level) {
        return feed.after(chat, after)
                .filter(entry -> isMessage(entry.event()))
                .concatMap(entry -> shown(chat, entry).map(written -> written.at(level)));
    }

    /** Where a message stands; looks from {@code after} on and, if it is not there, from the beginning. */
    Mono<Long> position(Chat chat, MessageId message, long after) {
        return seek(chat, message, after)
                .switchIfEmpty(Mono.defer(() -> seek(chat, message, 0)))
                .single();
    }

    /** A position, or the last one that there is: nobody has seen more. */
    Mono<Long> within(Chat chat, long position) {
        return feed.feeds().head(chat.about().citizen()).map(head -> Math.min(head, position));
    }

    /** What the office wrote after one position and up to another one, as far as a login of this level may see it. */
    Mono<List<MessageId>> written(Chat chat, long after, long until, AssuranceLevel level) {
        return rest(chat, after, level)
                .takeWhile(line -> line.position() <= until)
                .filter(line -> !line.withheld() && line.message().direction() == Direction.TO_CITIZEN)
                .map(line -> line.message().id())
                .collectList();
    }

    Mono<Instant> writtenAt(MessageId message) {
        return messages.find(message).map(Message::createdAt);
    }

    private Mono<Long> seek(Chat chat, MessageId message, long after) {
        return feed.after(chat, after)
                .filter(entry -> names(entry.event(), message))
                .next()
                .map(Feeds.Entry::position);
    }

    /** The same for everybody who follows, whatever their level. */
    private Mono<Written> shown(Chat chat, Feeds.Entry entry) {
        return right(chat)
                .flatMap(ticket -> message(ticket, entry.event())
                        .map(message -> new Written(entry.position(), message, message.levelWithin(ticket))));
    }

    private Mono<Ticket> right(Chat chat) {
        TicketId ticket = chat.about().ticket();
        return tickets.participates(chat.about().citizen(), ticket)
                .filter(Predicate.isEqual(true))
                .flatMap(_ -> tickets.find(ticket))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.TicketUnknown())));
    }

    private Mono<Message> message(Ticket ticket, Event event) {
        return TicketEvent.of(event.kind(), event.body()) instanceof TicketEvent.MessageAdded added
                ? messages.find(added.message())
                : messages.conversation(ticket.id(), null, 1).next();
    }

    /** What opens a ticket is its first message. */
    private static boolean isMessage(Event event) {
        return event.kind().equals(TicketEvent.Opened.KIND) || event.kind().equals(TicketEvent.MessageAdded.KIND);
    }

    private static boolean names(Event event, MessageId message) {
        return message.toString().equals(event.body().get("message"));
    }

    private record Shown(long position, TicketId ticket) {}

    /** @param required to read it */
    private record Written(long position, Message message, AssuranceLevel required) {

        Line at(AssuranceLevel level) {
            return new Line(position, message, !level.satisfies(required));
        }
    }
}
