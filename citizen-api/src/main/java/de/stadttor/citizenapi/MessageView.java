package de.stadttor.citizenapi;

import de.stadttor.ticketing.CitizenTickets.Seen;
import de.stadttor.ticketing.Message;
import de.stadttor.web.FileView;
import de.stadttor.web.OnBehalf;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as one citizen may see it; withheld, it has neither text nor files. */
record MessageView(
        UUID id,
        String direction,
        String channel,
        @Nullable OnBehalf onBehalf,
        @Nullable String text,
        Instant createdAt,
        boolean withheld,
        String requiredLevel,
        List<FileView> files) {

    static MessageView of(Seen seen) {
        Message message = seen.message();
        return new MessageView(
                message.id().value(),
                message.direction().code(),
                message.channel().code(),
                OnBehalf.of(message.onBehalf()),
                seen.withheld() ? null : message.text(),
                message.createdAt(),
                seen.withheld(),
                seen.requiredLevel().code(),
                seen.withheld()
                        ? List.of()
                        : message.files().stream().map(FileView::of).toList());
    }
}
