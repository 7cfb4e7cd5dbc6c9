package de.stadttor.civic;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import de.stadttor.ticketing.TicketId;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

public final class InMemoryPublications implements Publications {

    private final Table<TicketId, Publication> publications;

    public InMemoryPublications(InMemoryDatabase database) {
        this.publications = new Table<>(database);
    }

    @Override
    public Mono<Publication> find(TicketId ticket) {
        return publications.ask(rows -> rows.get(ticket));
    }

    @Override
    public Mono<Map<TicketId, Publication>> of(Collection<TicketId> tickets) {
        return publications.ask(rows ->
                tickets.stream().filter(rows::containsKey).collect(Collectors.toMap(Function.identity(), rows::get)));
    }

    @Override
    public Mono<Void> put(Publication publication) {
        return publications.write(rows -> rows.put(publication.ticket(), publication));
    }

    @Override
    public Mono<Boolean> remove(TicketId ticket) {
        return publications.writing(rows -> rows.remove(ticket) != null);
    }
}
