package de.stadttor.channels.email.archive;

import de.stadttor.channels.email.inbound.MailDoor;
import de.stadttor.channels.email.inbound.RawMail;
import de.stadttor.channels.email.inbound.ReceivedMail;
import de.stadttor.intake.Receipt;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Knows a mail by its key, as the real door does. */
final class TakingDoor implements MailDoor {

    private final Map<String, ReceivedMail> taken = new ConcurrentHashMap<>();

    @Override
    public Mono<Receipt> accept(ReceivedMail mail) {
        return Mono.fromSupplier(() -> new Receipt(
                new TicketId(new UUID(0, 1)),
                new TicketNumber(2026, 1),
                null,
                mail.receivedAt(),
                taken.putIfAbsent(mail.key(), mail) != null));
    }

    Collection<ReceivedMail> mails() {
        return taken.values();
    }

    List<String> texts() {
        return mails().stream()
                .map(mail -> switch (mail.raw()) {
                    case RawMail.Whole(var bytes) -> bytes.latin1();
                    case RawMail.Oversize(var head, var _, var _) -> head.latin1();
                })
                .sorted()
                .toList();
    }
}
