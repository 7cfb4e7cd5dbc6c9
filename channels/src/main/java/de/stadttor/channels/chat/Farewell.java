package de.stadttor.channels.chat;

import de.stadttor.channels.chat.ToCitizen.Closed;
import de.stadttor.chats.Chat;
import de.stadttor.chats.Stage;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Ends connections to chats that are over: nobody can come back to one after half an hour, or stay in it. */
final class Farewell {

    private static final Duration AFTER_THE_END = Duration.ofMinutes(30);

    private Farewell() {}

    /** The last frame to who has come to read or rate; empty for a chat whose end is still to be told. */
    static Mono<ToCitizen> to(Chat chat, Instant now) {
        return chat.stage() instanceof Stage.Over(var since, var ending)
                ? Mono.delay(Duration.between(now, since.plus(AFTER_THE_END))).map(_ -> new Closed(ending.code()))
                : Mono.empty();
    }
}
