package de.stadttor.channels.chat;

import de.stadttor.web.limits.Allowance;
import de.stadttor.web.limits.Connections;
import de.stadttor.web.limits.Quota;
import de.stadttor.web.limits.Visitors.Visitor;
import de.stadttor.web.sockets.FrameLimit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What one address may ask of this node. The measure is an office or a school behind one address, not a person. */
@Component
@EnableConfigurationProperties(ChatChannelSettings.class)
final class ChatLimits {

    private final ChatChannelSettings settings;
    private final Quota chats;
    private final Quota messages;
    private final Connections connections;

    ChatLimits(ChatChannelSettings settings, ObjectProvider<Allowance> allowance) {
        this.settings = settings;
        int factor = Allowance.given(allowance).factor();
        this.chats = new Quota(settings.chatsPerDay() * factor, ChatChannelSettings.DAY);
        this.connections = new Connections(settings.connections() * factor);
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
        return connections.counted(visitor, connection, refused);
    }
}
