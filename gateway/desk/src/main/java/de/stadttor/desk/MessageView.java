package de.stadttor.desk;

import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Ticket;
import de.stadttor.web.FileView;
import de.stadttor.web.OnBehalf;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as the desk sees it.
 *
 * @param onBehalf who acted for whom; null for who wrote for themselves
 * @param author the caseworker's reference; null for a citizen
 */
record MessageView(
        UUID id,
        String direction,
        String visibility,
        String channel,
        @Nullable String author,
        @Nullable OnBehalf onBehalf,
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
                OnBehalf.of(message.onBehalf()),
                message.text(),
                message.levelWithin(ticket).code(),
                message.createdAt(),
                message.files().stream().map(FileView::of).toList());
    }
}
