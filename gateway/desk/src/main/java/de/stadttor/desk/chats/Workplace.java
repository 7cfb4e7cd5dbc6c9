package de.stadttor.desk.chats;

import de.stadttor.chats.Chat;
import de.stadttor.chats.ChatId;
import de.stadttor.chats.Operator;
import de.stadttor.chats.OperatorView.Desk;
import de.stadttor.chats.Stage;
import de.stadttor.people.Caseworker;
import de.stadttor.web.callers.SocketCallers.DeskCaller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What one connection of an operator knows of their chats, so that it is told of changes only. */
final class Workplace {

    private final Sinks.Many<DeskCaller> callers = Sinks.many().replay().latest();
    private final Sinks.Many<Optional<String>> watched = Sinks.many().replay().latest();
    private final Map<ChatId, Sinks.Empty<Void>> followed = new ConcurrentHashMap<>();
    private final Map<ChatId, Long> told = new ConcurrentHashMap<>();
    private final Map<ChatId, Chat> before = new HashMap<>();
    private volatile DeskCaller caller;
    private @Nullable Operator operator;

    /** @param after the last positions that the window has seen, by chat */
    Workplace(DeskCaller caller, Map<String, Long> after) {
        this.caller = caller;
        after.forEach((chat, position) -> told.put(ChatId.of(chat), position));
        renew(caller);
    }

    Caseworker caseworker() {
        return caller.caseworker();
    }

    /** The same person has logged in anew, perhaps with other rights. */
    void renew(DeskCaller anew) {
        caller = anew;
        callers.tryEmitNext(anew);
    }

    Flux<DeskCaller> callers() {
        return callers.asFlux();
    }

    /** @param queue null for none */
    void watch(@Nullable String queue) {
        watched.tryEmitNext(Optional.ofNullable(queue));
    }

    Flux<Optional<String>> watched() {
        return watched.asFlux();
    }

    /** Position of the last message of a chat that was told. */
    long told(ChatId chat) {
        return told.getOrDefault(chat, 0L);
    }

    void told(ChatId chat, long position) {
        told.put(chat, position);
    }

    /** Completes when a chat is no longer theirs. */
    Mono<Void> untilGone(ChatId chat) {
        return followed.computeIfAbsent(chat, _ -> Sinks.empty()).asMono();
    }

    /** What has changed since the last time; asked one time after the other. */
    List<News> compare(Desk now) {
        List<News> news = new ArrayList<>();
        if (!sameOperator(now.operator())) {
            operator = now.operator();
            news.add(new News.Known(now.operator()));
        }
        Map<ChatId, Chat> chats = new HashMap<>();
        now.chats().forEach(chat -> chats.put(chat.id(), chat));
        now.chats().forEach(chat -> compare(before.get(chat.id()), chat, news));
        before.values().stream().filter(chat -> !chats.containsKey(chat.id())).forEach(chat -> gone(chat, news));
        before.clear();
        before.putAll(chats);
        return news;
    }

    private boolean sameOperator(Operator now) {
        return operator != null
                && operator.available() == now.available()
                && operator.capacity() == now.capacity()
                && operator.queues().equals(now.queues());
    }

    private void compare(@Nullable Chat was, Chat chat, List<News> news) {
        boolean had = was != null && was.stage() instanceof Stage.Running;
        switch (chat.stage()) {
            case Stage.Waiting waiting -> {
                if (waiting.offer() != null && (was == null || !was.stage().equals(waiting))) {
                    if (was != null && !had) {
                        news.add(new News.Withdrawn(was));
                    }
                    var offered = new News.Offered(chat, waiting.offer());
                    news.add(was != null && had ? new News.Returned(left(was), offered) : offered);
                }
            }
            case Stage.Running _ -> {
                if (!had) {
                    news.add(new News.Assigned(chat));
                } else if (was != null && chat.seen().citizen() > was.seen().citizen()) {
                    news.add(new News.Read(chat));
                }
            }
            case Stage.Over _ -> {}
        }
    }

    private void gone(Chat chat, List<News> news) {
        news.add(chat.stage() instanceof Stage.Running ? left(chat) : new News.Withdrawn(chat));
    }

    private News.Gone left(Chat chat) {
        Sinks.Empty<Void> following = followed.remove(chat.id());
        if (following != null) {
            following.tryEmitEmpty();
        }
        return new News.Gone(chat);
    }

    /** Something that an operator is told. */
    sealed interface News {

        record Known(Operator operator) implements News {}

        record Offered(Chat chat, Stage.Offer offer) implements News {}

        record Withdrawn(Chat chat) implements News {}

        record Assigned(Chat chat) implements News {}

        /** The citizen has seen more. */
        record Read(Chat chat) implements News {}

        /** It was theirs, and is over or somebody else's. */
        record Gone(Chat chat) implements News {}

        /** It was theirs, and is now offered to them: both are told, one after the other. */
        record Returned(Gone gone, Offered offered) implements News {}
    }
}
