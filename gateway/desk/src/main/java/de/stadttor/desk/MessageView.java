package de.stadttor.desk;

import de.stadttor.files.StoredFile;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as the desk sees it.
 *
 * @param author the caseworker's reference; null for a citizen
 */
record MessageView(
        UUID id,
        String direction,
        String visibility,
        String channel,
        @Nullable String author,
        String text,
        String requiredLevel,
        Instant createdAt,
        List<FileView> files) {

    static MessageView of(Message message, Ticket ticket) {
        boolean internal = message.direction() == Direction.INTERNAL;
        return new MessageView(
                message.id().value(),
                message.direction().code(),
                internal ? "internal" : "public",
                message.channel().code(),
                message.direction() == Direction.FROM_CITIZEN ? null : message.author(),
                message.text(),
                message.levelWithin(ticket).code(),
                message.createdAt(),
                message.files().stream().map(FileView::of).toList());
    }

    record FileView(UUID id, String name, String contentType, long size, String scan) {

        static FileView of(StoredFile file) {
            return new FileView(
                    file.id().value(),
                    file.name().value(),
                    file.content().mediaType(),
                    file.content().size(),
                    file.scan().code());
        }
    }
}
