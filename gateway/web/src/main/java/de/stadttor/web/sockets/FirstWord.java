package de.stadttor.web.sockets;

import de.stadttor.web.WebSettings;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How long somebody may be connected without having said who they are or what they want. */
@Component
public final class FirstWord {

    private final Duration patience;

    FirstWord(WebSettings settings) {
        this.patience = settings.firstWord();
    }

    /**
     * The last word to who stays silent for too long.
     *
     * @param settled ends when they have greeted us or are gone
     */
    public <T> Mono<T> awaited(Mono<?> settled, T farewell) {
        return Mono.delay(patience).map(_ -> farewell).takeUntilOther(settled);
    }
}
