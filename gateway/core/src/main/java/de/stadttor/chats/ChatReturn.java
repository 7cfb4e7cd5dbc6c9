package de.stadttor.chats;

import de.stadttor.events.Feeds;
import de.stadttor.events.UnitOfWork;
import de.stadttor.people.Citizen;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lets citizens come back to their chat. */
public final class ChatReturn {

    private final Chats chats;
    private final Feeds feeds;
    private final UnitOfWork unitOfWork;
    private final ChatWakes wakes;
    private final SecureRandom random;
    private final Clock clock;

    public ChatReturn(
            Chats chats, Feeds feeds, UnitOfWork unitOfWork, ChatWakes wakes, SecureRandom random, Clock clock) {
        this.chats = chats;
        this.feeds = feeds;
        this.unitOfWork = unitOfWork;
        this.wakes = wakes;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Takes the chat over for a new connection. Refused alike for what is unknown, gone, or opened by another secret;
     * and without the citizen that it belongs to, if it was opened by a login.
     *
     * @param welcome fails for who may not come back to this chat, which then stays as it is
     */
    public Mono<Returned> resume(
            ChatId id, ChatSecret secret, @Nullable Citizen citizen, Function<Chat, Mono<Void>> welcome) {
        ChatSecret next = ChatSecret.fresh(random);
        return unitOfWork
                .commit(() -> chats.hold(id)
                        .filter(chat ->
                                !chat.isGone(clock.instant()) && chat.passage().isOpenedBy(secret))
                        .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())))
                        .doOnNext(chat -> refuseOthers(chat, citizen))
                        .delayUntil(welcome)
                        .map(chat -> chat.with(chat.passage().taken(secret, next)))
                        .flatMap(chat -> chats.put(chat)
                                .then(chats.seen(List.of(id), clock.instant()))
                                .thenReturn(chat)))
                .doOnNext(wakes::changed)
                .flatMap(chat -> feeds.head(chat.about().citizen()).map(head -> new Returned(chat, next, head)))
                .checkpoint("resume chat");
    }

    /** The newest secret has arrived; does nothing when another connection has taken over since. */
    public Mono<Void> keep(ChatId id, long connection) {
        return unitOfWork
                .commit(() -> chats.hold(id)
                        .filter(chat -> chat.passage().connection() == connection)
                        .map(chat -> chat.with(chat.passage().kept()))
                        .flatMap(chats::put))
                .checkpoint("keep secret of a chat");
    }

    private static void refuseOthers(Chat chat, @Nullable Citizen citizen) {
        boolean theirs = citizen != null && citizen.id().equals(chat.about().citizen());
        if (chat.about().known() && !theirs) {
            throw new Refused(new Refusal.AccessExpired());
        }
    }

    /**
     * @param secret for the next time
     * @param head no message has a higher position
     */
    public record Returned(Chat chat, ChatSecret secret, long head) {}
}
