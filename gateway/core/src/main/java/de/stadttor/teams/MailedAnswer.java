package de.stadttor.teams;

import de.stadttor.files.StoredFile;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.ticketing.Original;
import de.stadttor.ticketing.TicketId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a mail that a team got about a ticket.
 *
 * @param sender address it came from
 * @param original the mail as it came
 * @param key recognizes the same mail again
 * @param copy recognizes a copy of it that came another way; null when nothing would
 */
public record MailedAnswer(
        TicketId ticket,
        String sender,
        Instruction instruction,
        List<StoredFile> files,
        Original original,
        RequestKey key,
        @Nullable RequestKey copy) {

    public MailedAnswer {
        files = List.copyOf(files);
    }

    /** The same, when it turns out that it cannot be done as wished. */
    MailedAnswer unclear() {
        return new MailedAnswer(
                ticket, sender, new Instruction.Unclear(instruction.text()), files, original, key, copy);
    }
}
