package de.stadttor.channels.chat;

import de.stadttor.web.limits.Allowance;
import de.stadttor.web.limits.Quota;
import de.stadttor.web.limits.Visitors.Visitor;
import de.stadttor.web.sockets.FrameLimit;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What one address may ask of this node. The measure is an office or a school behind one address, not a person. */
@Component
@EnableConfigurationProperties(ChatChannelSettings.class)
final class ChatLimits {

    private final ChatChannelSettings settings;
    private final int factor;
    private final Quota chats;
    private final Quota messages;
    private final ConcurrentHashMap<String, Integer> connections = new ConcurrentHashMap<>();

    ChatLimits(ChatChannelSettings settings, ObjectProvider<Allowance> allowance) {
        this.settings = settings;
        this.factor = Allowance.given(allowance).factor();
        this.chats = new Quota(settings.chatsPerDay() * factor, ChatChannelSettings.DAY);
        this.messages = new Quota(settings.messagesPerDay() * factor, ChatChannelSettings.DAY);
    }

    /** Of one connection. */
    FrameLimit frames() {
        return new FrameLimit(settings.framesPerSecond(), settings.framesAtOnce());
    }

    boolean mayBegin(Visitor visitor) {
        return chats.take(visitor.name());
    }

    boolean mayWrite(Visitor visitor) {
        return messages.take(visitor.name());
    }

    /** Counts a connection while it is subscribed; {@code refused} instead when there are too many. */
    <T> Flux<T> connected(Visitor visitor, Flux<T> connection, Flux<T> refused) {
        return Flux.usingWhen(
                Mono.fromSupplier(() -> enter(visitor.name())),
                entered -> entered <= settings.connections() * factor ? connection : refused,
                _ -> Mono.fromRunnable(() -> leave(visitor.name())));
    }

    private int enter(String source) {
        return connections.merge(source, 1, Integer::sum);
    }

    private void leave(String source) {
        connections.computeIfPresent(source, (_, count) -> count == 1 ? null : count - 1);
    }
}
