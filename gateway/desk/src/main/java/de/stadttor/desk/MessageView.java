package de.stadttor.desk;

import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Original;
import de.stadttor.ticketing.Originals;
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
 * @param original null for what did not come as mail
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
        List<FileView> files,
        @Nullable OriginalView original) {

    static MessageView of(Message message, Ticket ticket) {
        return of(message, ticket, null);
    }

    static MessageView of(Message message, Ticket ticket, Originals.@Nullable Summary original) {
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
                message.files().stream().map(FileView::of).toList(),
                original == null ? null : OriginalView.of(original));
    }

    /**
     * What is known of a mail as it came.
     *
     * @param size in bytes; null when it is no longer kept
     */
    record OriginalView(@Nullable Long size, SenderView sender) {

        static OriginalView of(Originals.Summary original) {
            Original.Sender sender = original.sender();
            return new OriginalView(
                    original.size(), new SenderView(sender.spf(), sender.dkim(), sender.dmarc(), sender.domain()));
        }
    }

    /** Whether the sender is genuine, in the words of RFC 8601; null where nobody has checked. */
    record SenderView(
            @Nullable String spf,
            @Nullable String dkim,
            @Nullable String dmarc,
            @Nullable String domain) {}
}
