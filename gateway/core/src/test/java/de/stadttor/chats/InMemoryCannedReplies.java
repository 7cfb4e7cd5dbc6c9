package de.stadttor.chats;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryCannedReplies implements CannedReplies {

    private static final Comparator<Place> ORDER = comparing(Place::key).thenComparing(Place::language);

    private final Table<Place, CannedReply> rows;

    public InMemoryCannedReplies(InMemoryDatabase database) {
        this.rows = new Table<>(database);
    }

    @Override
    public Flux<CannedReply> list(@Nullable String words, @Nullable Place after, int limit) {
        String wanted = words == null ? "" : words.toLowerCase(Locale.ROOT);
        return rows.select(all -> all.values().stream()
                .filter(reply -> after == null || ORDER.compare(place(reply), after) > 0)
                .filter(reply -> reply.key().contains(wanted)
                        || reply.text().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(comparing(InMemoryCannedReplies::place, ORDER))
                .limit(limit));
    }

    @Override
    public Mono<Void> put(CannedReply reply) {
        return rows.write(all -> all.put(place(reply), reply));
    }

    @Override
    public Mono<Boolean> remove(String key, String language) {
        return rows.writing(all -> all.remove(new Place(key, language)) != null);
    }

    private static Place place(CannedReply reply) {
        return new Place(reply.key(), reply.language());
    }
}
