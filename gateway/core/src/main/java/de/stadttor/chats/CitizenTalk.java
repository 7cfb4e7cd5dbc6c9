package de.stadttor.chats;

import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.files.StoredFile;
import de.stadttor.intake.Intake;
import de.stadttor.intake.Receipt;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.ConfirmedAddresses;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Casebook;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Evidence;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a citizen can do in a chat that they hold. Whether they hold it is for whoever lets them in to know. */
public final class CitizenTalk {

    private final Chats chats;
    private final ChatLines lines;
    private final Intake intake;
    private final Tickets tickets;
    private final Casebook casebook;
    private final Evidence evidence;
    private final ConfirmedAddresses addresses;
    private final Unheard unheard;
    private final UnitOfWork unitOfWork;
    private final ChatWakes wakes;
    private final Ids ids;
    private final Clock clock;

    public CitizenTalk(
            Chats chats,
            ChatLines lines,
            Intake intake,
            Tickets tickets,
            Casebook casebook,
            Evidence evidence,
            ConfirmedAddresses addresses,
            Unheard unheard,
            UnitOfWork unitOfWork,
            ChatWakes wakes,
            Ids ids,
            Clock clock) {
        this.chats = chats;
        this.lines = lines;
        this.intake = intake;
        this.tickets = tickets;
        this.casebook = casebook;
        this.evidence = evidence;
        this.addresses = addresses;
        this.unheard = unheard;
        this.unitOfWork = unitOfWork;
        this.wakes = wakes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Says something, or finds where the same was said before.
     *
     * @param clientId the client's name for it
     * @param after a position that it surely comes after, if it is new
     * @return once it is durable; refused when the chat is over or another connection has taken it over
     */
    public Mono<Said> say(Place place, String clientId, String text, List<StoredFile> files, long after) {
        return alive(place)
                .flatMap(chat -> intake.accept(ChatMessages.further(chat, clientId, text, files))
                        .flatMap(receipt -> said(chat, receipt, after)))
                .checkpoint("say in chat");
    }

    private Mono<Said> said(Chat chat, Receipt receipt, long after) {
        var message = new MessageId(receipt.made());
        return lines.position(chat, message, receipt.repeated() ? 0 : after)
                .zipWith(receipt.repeated() ? lines.writtenAt(message) : Mono.just(receipt.receivedAt()), Said::new);
    }

    /** Every message after a position, and then for ever. */
    public Flux<Line> follow(Chat chat, long after, AssuranceLevel level) {
        return lines.follow(chat, after, level);
    }

    /** Every message after a position that there is now. */
    public Flux<Line> rest(Chat chat, long after, AssuranceLevel level) {
        return lines.rest(chat, after, level);
    }

    /** Refused when the chat is over or another connection has taken it over. */
    public Mono<Chat> writable(Place place) {
        return alive(place);
    }

    /**
     * The citizen has seen everything up to here, which is evidence of its delivery and recorded as such.
     *
     * @param reader who has; null for nobody we know, who holds the chat
     */
    public Mono<Void> read(Place place, long position, @Nullable Citizen reader) {
        return chats.find(place.chat())
                .map(place::held)
                .flatMap(chat -> lines.within(chat, position)
                        .filter(seen -> seen > chat.seen().citizen())
                        .delayUntil(seen -> deliver(chat, seen, reader)))
                .flatMap(seen -> change(
                        place,
                        chat -> seen > chat.seen().citizen()
                                ? chat.with(chat.seen().byCitizen(seen))
                                : chat))
                .doOnNext(wakes::changed)
                .then()
                .checkpoint("read in chat");
    }

    private Mono<Void> deliver(Chat chat, long until, @Nullable Citizen reader) {
        Citizen citizen = reader == null ? holder(chat) : reader;
        return lines.written(chat, chat.seen().citizen(), until, citizen.level())
                .flatMap(messages -> evidence.opened(citizen, messages));
    }

    private Citizen holder(Chat chat) {
        return new Citizen(chat.about().citizen(), AssuranceLevel.BASIC, null, null, clock.instant());
    }

    /** Ends the chat; doing it again changes nothing. */
    public Mono<Void> close(Place place) {
        return change(place, chat -> chat.ended(Ending.CITIZEN, clock.instant()))
                .doOnNext(wakes::moved)
                .then();
    }

    /**
     * Has everything that is said mailed when the chat is over, which it may be already; asking again changes nothing.
     * Refused for a citizen of whom no address is confirmed.
     */
    public Mono<Void> mail(Place place) {
        return unitOfWork
                .commit(() -> chats.hold(place.chat())
                        .map(place::held)
                        .delayUntil(this::reachable)
                        .filter(chat -> !chat.transcript())
                        .map(Chat::wantedByMail)
                        .flatMap(chat -> chats.put(chat).then(unheard.send(chat))))
                .checkpoint("mail chat");
    }

    private Mono<String> reachable(Chat chat) {
        return addresses
                .of(chat.about().citizen())
                .filter(_ -> chat.about().known())
                .switchIfEmpty(Mono.error(() -> new Refused(Refusal.Invalid.at("/email", "no-address"))));
    }

    /**
     * Rates a chat that is over, once.
     *
     * @param comment becomes a note for colleagues; null for none
     */
    public Mono<Void> rate(Place place, int stars, @Nullable String comment) {
        return unitOfWork
                .commit(() -> chats.hold(place.chat())
                        .map(place::held)
                        .map(CitizenTalk::over)
                        .map(chat -> chat.rated(stars))
                        .flatMap(chat -> chats.put(chat).then(note(chat, comment))))
                .checkpoint("rate chat");
    }

    private static Chat over(Chat chat) {
        if (!chat.isOver()) {
            throw new Refused(new Refusal.StateConflict("open", "rate"));
        }
        return chat;
    }

    private Mono<Void> note(Chat chat, @Nullable String comment) {
        if (comment == null || comment.isBlank()) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        var note = new Message(
                new MessageId(ids.next()),
                chat.about().ticket(),
                Direction.INTERNAL,
                Channel.CHAT,
                chat.about().citizen().toString(),
                null,
                comment,
                null,
                List.of(),
                now);
        return tickets.hold(chat.about().ticket())
                .flatMap(ticket -> casebook.add(note, ticket.note(note, now)))
                .then();
    }

    private Mono<Chat> alive(Place place) {
        return chats.find(place.chat()).map(place::held).map(Chat::alive);
    }

    /** Stores what {@code decision} makes of the chat, if that is anything new. */
    private Mono<Chat> change(Place place, UnaryOperator<Chat> decision) {
        return unitOfWork.commit(() -> chats.hold(place.chat()).map(place::held).flatMap(chat -> {
            Chat after = decision.apply(chat);
            return after.equals(chat)
                    ? Mono.empty()
                    : chats.put(after).then(unheard.tell(chat, after)).thenReturn(after);
        }));
    }

    /**
     * A connection's hold on a chat.
     *
     * @param connection which one of the chat's connections it is
     */
    public record Place(ChatId chat, long connection) {

        public static Place of(Chat chat) {
            return new Place(chat.id(), chat.passage().connection());
        }

        private Chat held(Chat chat) {
            if (chat.passage().connection() != connection) {
                throw new Refused(new Refusal.NotAllowed());
            }
            return chat;
        }
    }
}
