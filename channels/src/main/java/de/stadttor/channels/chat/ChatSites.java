package de.stadttor.channels.chat;

import de.stadttor.chats.ChatRulebook;
import de.stadttor.chats.ChatSettings;
import de.stadttor.web.PublicUrl;
import de.stadttor.web.limits.Network;
import de.stadttor.web.limits.Visitors.Visitor;
import de.stadttor.web.sockets.FrameRefused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whose pages may show the window of a chat, and who may not chat at all. */
@Component
final class ChatSites {

    private final ChatRulebook rulebook;
    private final PublicUrl publicUrl;

    ChatSites(ChatRulebook rulebook, PublicUrl publicUrl) {
        this.rulebook = rulebook;
        this.publicUrl = publicUrl;
    }

    /** Whether any queue allows pages of this origin. What is no browser names none. */
    Mono<Boolean> allowsSomewhere(@Nullable String origin) {
        return origin == null || isOurs(origin)
                ? Mono.just(true)
                : rulebook.all().any(settings -> settings.origins().contains(origin));
    }

    /** Whether this queue does. */
    Mono<Boolean> allows(@Nullable String origin, String queue) {
        return origin == null || isOurs(origin)
                ? Mono.just(true)
                : rulebook.of(queue)
                        .map(settings -> settings.origins().contains(origin))
                        .defaultIfEmpty(false);
    }

    /** Refused from a network that the queue takes nothing from. */
    Mono<Void> admit(String queue, Visitor visitor) {
        return rulebook.of(queue)
                .filter(settings -> blocks(visitor, settings))
                .flatMap(_ -> Mono.error(() -> new FrameRefused("blocked")));
    }

    private static boolean blocks(Visitor visitor, ChatSettings settings) {
        return settings.blocked().stream()
                .map(Network::of)
                .flatMap(Optional::stream)
                .anyMatch(network -> network.contains(visitor.address()));
    }

    private boolean isOurs(String origin) {
        return origin.equals(publicUrl.origin());
    }
}
