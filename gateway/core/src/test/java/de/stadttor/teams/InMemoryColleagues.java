package de.stadttor.teams;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryColleagues implements Colleagues {

    private final Table<String, Colleague> rows;

    public InMemoryColleagues(InMemoryDatabase database) {
        this.rows = new Table<>(database);
    }

    @Override
    public Mono<Colleague> byAddress(String address) {
        String wanted = address.strip().toLowerCase(Locale.ROOT);
        return rows.select(all -> all.values().stream()
                        .filter(colleague -> colleague.address().equals(wanted)))
                .next();
    }

    @Override
    public Flux<Colleague> list(@Nullable String after, int limit) {
        return rows.select(all -> all.values().stream()
                .filter(colleague -> after == null || colleague.subject().compareTo(after) > 0)
                .sorted(comparing(Colleague::subject))
                .limit(limit));
    }

    @Override
    public Mono<Boolean> put(Colleague colleague) {
        return byAddress(colleague.address())
                .map(holder -> holder.subject().equals(colleague.subject()))
                .defaultIfEmpty(true)
                .delayUntil(free -> free ? rows.write(all -> all.put(colleague.subject(), colleague)) : Mono.empty());
    }

    @Override
    public Mono<Boolean> remove(String subject) {
        return rows.select(all ->
                        all.values().stream().filter(known -> known.subject().equals(subject)))
                .hasElements()
                .delayUntil(_ -> rows.write(all -> all.remove(subject)));
    }
}
