package de.stadttor.chats;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryChatRulebook implements ChatRulebook {

    private final Table<String, ChatSettings> rows;

    public InMemoryChatRulebook(InMemoryDatabase database) {
        this.rows = new Table<>(database);
    }

    @Override
    public Mono<ChatSettings> of(String queue) {
        return rows.ask(all -> all.get(queue));
    }

    @Override
    public Flux<ChatSettings> all() {
        return rows.select(all -> all.values().stream().sorted(comparing(ChatSettings::queue)));
    }

    @Override
    public Mono<Boolean> put(ChatSettings settings) {
        return rows.writing(all -> {
            ChatSettings stored = all.get(settings.queue());
            boolean follows = (stored == null ? 0 : stored.version()) == settings.version() - 1;
            if (follows) {
                all.put(settings.queue(), settings);
            }
            return follows;
        });
    }
}
