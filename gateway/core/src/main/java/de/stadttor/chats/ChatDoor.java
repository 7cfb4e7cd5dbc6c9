package de.stadttor.chats;

import de.stadttor.events.Feeds;
import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.guests.AccessLinks;
import de.stadttor.guests.AccessToken;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.Outcome;
import de.stadttor.intake.Intake;
import de.stadttor.intake.Receipt;
import de.stadttor.people.Citizen;
import de.stadttor.people.CitizenId;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketNumber;
import de.stadttor.ticketing.Tickets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Opens chats: the ticket, its first message and the chat are there together, or none of them. */
public final class ChatDoor {

    /** So long may the answer to an opening be asked for again. */
    private static final Duration REPEATABLE = Duration.ofMinutes(10);

    private final Availabilities availabilities;
    private final Chats chats;
    private final Intake intake;
    private final Tickets tickets;
    private final Feeds feeds;
    private final AccessLinks links;
    private final OnceOnly once;
    private final UnitOfWork unitOfWork;
    private final ChatWakes wakes;
    private final SecureRandom random;
    private final Ids ids;
    private final Clock clock;

    public ChatDoor(
            Availabilities availabilities,
            Chats chats,
            Intake intake,
            Tickets tickets,
            Feeds feeds,
            AccessLinks links,
            OnceOnly once,
            UnitOfWork unitOfWork,
            ChatWakes wakes,
            SecureRandom random,
            Ids ids,
            Clock clock) {
        this.availabilities = availabilities;
        this.chats = chats;
        this.intake = intake;
        this.tickets = tickets;
        this.feeds = feeds;
        this.links = links;
        this.once = once;
        this.unitOfWork = unitOfWork;
        this.wakes = wakes;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a chat, or the one that the same opening made a moment ago. When nobody will come it is over at once.
     *
     * @return once everything is durable; refused for a queue without chat, and for work that was used before
     */
    public Mono<Opened> open(Opening opening) {
        return availabilities
                .of(opening.queue())
                .flatMap(available -> intake.number().flatMap(number -> open(opening, available, number)))
                .checkpoint("open chat");
    }

    private Mono<Opened> open(Opening opening, Availability available, TicketNumber number) {
        ChatSecret secret = ChatSecret.fresh(random);
        return once.run(
                        opening.key(),
                        ids.next(),
                        id -> unitOfWork.commit(() -> once.claim(opening.key(), id)
                                .then(once.claim(opening.proofKey(), id))
                                .then(write(opening, available, number, new ChatId(id), secret))))
                .switchIfEmpty(Mono.error(() -> new Refused(Refusal.Invalid.at("/proof", "proof-reused"))))
                .flatMap(done -> opened(done, available, secret));
    }

    private Mono<Void> write(
            Opening opening, Availability available, TicketNumber number, ChatId id, ChatSecret secret) {
        Instant now = clock.instant();
        return intake.within(List.of(ChatMessages.first(opening)), List.of(number))
                .map(List::getFirst)
                .flatMap(receipt -> owner(opening.citizen(), receipt)
                        .map(citizen -> chat(opening, available, id, receipt, citizen, secret, now)))
                .flatMap(chats::add);
    }

    private Mono<CitizenId> owner(@Nullable Citizen citizen, Receipt receipt) {
        return citizen == null ? tickets.participants(receipt.ticket()).single() : Mono.just(citizen.id());
    }

    private static Chat chat(
            Opening opening,
            Availability available,
            ChatId id,
            Receipt receipt,
            CitizenId citizen,
            ChatSecret secret,
            Instant now) {
        var about = new Chat.About(
                receipt.ticket(), citizen, opening.citizen() != null, opening.language(), available.waiting() + 1, now);
        Stage stage = available.isOpen() ? Stage.Waiting.from(now) : new Stage.Over(now, Ending.UNATTENDED);
        return new Chat(id, about, opening.queue(), stage, Passage.of(secret), Chat.Seen.NOTHING, null, false, 1);
    }

    private Mono<Opened> opened(Outcome<UUID> done, Availability available, ChatSecret secret) {
        ChatId id = new ChatId(done.value());
        return (done.repeated() ? openedAgain(id, secret) : chats.find(id))
                .doOnNext(wakes::moved)
                .flatMap(chat -> Mono.zip(tickets.find(chat.about().ticket()), access(chat), position(chat))
                        .map(all ->
                                opened(chat, available, all.getT1(), all.getT2().orElse(null), secret, all.getT3())));
    }

    private static Opened opened(
            Chat chat,
            Availability available,
            Ticket ticket,
            @Nullable AccessToken access,
            ChatSecret secret,
            long position) {
        return new Opened(chat, available, ticket.number(), access, secret, position, ticket.createdAt());
    }

    /** Whoever knows what only the first one knew is the first one, until somebody has come back to the chat. */
    private Mono<Chat> openedAgain(ChatId id, ChatSecret secret) {
        return unitOfWork.commit(() -> chats.hold(id)
                .filter(chat -> !chat.passage().cameBack()
                        && chat.about().openedAt().plus(REPEATABLE).isAfter(clock.instant()))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.KeyReused())))
                .map(chat -> chat.with(chat.passage().openedAgain(secret)))
                .flatMap(chat -> chats.put(chat).thenReturn(chat)));
    }

    private Mono<Optional<AccessToken>> access(Chat chat) {
        return chat.about().known()
                ? Mono.just(Optional.empty())
                : links.tokenIfIssued(chat.about().ticket()).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    /** The ticket is new with the chat, so what opened it is the first of its stream. */
    private Mono<Long> position(Chat chat) {
        return feeds.read(chat.about().citizen(), 0, chat.about().ticket().stream(), 1)
                .map(Feeds.Entry::position)
                .single();
    }

    /**
     * A chat just opened.
     *
     * @param available as it was then; it says why nobody comes
     * @param access the token of the link that an anonymous citizen finds the case by; null for others
     * @param secret for coming back
     * @param position of the first message
     */
    public record Opened(
            Chat chat,
            Availability available,
            TicketNumber number,
            @Nullable AccessToken access,
            ChatSecret secret,
            long position,
            Instant at) {}
}
