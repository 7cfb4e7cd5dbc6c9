package de.stadttor.ticketing;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import de.stadttor.files.FileId;
import de.stadttor.files.StoredFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryMessages implements Messages {

    private final Table<MessageId, Message> messages;

    public InMemoryMessages(InMemoryDatabase database) {
        this.messages = new Table<>(database);
    }

    @Override
    public Mono<Void> add(List<Message> added) {
        return messages.write(rows -> added.forEach(message -> rows.put(message.id(), message)));
    }

    @Override
    public Mono<Message> find(MessageId id) {
        return messages.ask(rows -> rows.get(id));
    }

    @Override
    public Flux<Message> conversation(TicketId ticket, @Nullable MessageId after, int limit) {
        return all(ticket)
                .filter(message -> message.direction() != Direction.INTERNAL)
                .filter(message -> after == null || message.id().value().compareTo(after.value()) > 0)
                .take(limit);
    }

    @Override
    public Flux<Message> all(TicketId ticket) {
        return messages.select(rows -> rows.values().stream()
                .filter(message -> message.ticket().equals(ticket))
                .sorted(comparing(message -> message.id().value())));
    }

    @Override
    public Mono<StoredFile> file(MessageId message, FileId file) {
        return find(message)
                .flatMapIterable(Message::files)
                .filter(found -> found.id().equals(file))
                .next();
    }
}
