package de.stadttor.ticketing;

import de.stadttor.files.FileId;
import de.stadttor.files.StoredFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where messages live. */
public interface Messages {

    /** Joins the running transaction. */
    Mono<Void> add(List<Message> messages);

    /** The same for one. */
    default Mono<Void> add(Message message) {
        return add(List.of(message));
    }

    Mono<Message> find(MessageId id);

    /** The conversation as citizens know it, oldest first, after {@code after}; no internal notes. */
    Flux<Message> conversation(TicketId ticket, @Nullable MessageId after, int limit);

    /** Everything, notes included, oldest first. */
    Flux<Message> all(TicketId ticket);

    Mono<StoredFile> file(MessageId message, FileId file);
}
