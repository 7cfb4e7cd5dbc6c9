package de.stadttor.channels.email.mailbox;

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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Takes every mail in once, as the real one does, and remembers what was brought. */
final class RecordingDoor implements MailDoor {

    private static final TicketNumber NUMBER = new TicketNumber(2026, 1);

    private final Map<String, ReceivedMail> taken = new ConcurrentHashMap<>();
    private final AtomicInteger brought = new AtomicInteger();
    private volatile Predicate<ReceivedMail> refused = _ -> false;

    /** From now on fails for such mails. */
    void refuse(Predicate<ReceivedMail> mails) {
        refused = mails;
    }

    @Override
    public Mono<Receipt> accept(ReceivedMail mail) {
        return Mono.fromSupplier(() -> {
            brought.incrementAndGet();
            if (refused.test(mail)) {
                throw new IllegalStateException("refused");
            }
            boolean repeated = taken.putIfAbsent(mail.mailbox() + mail.key(), mail) != null;
            return new Receipt(new TicketId(new UUID(0, 1)), NUMBER, null, mail.receivedAt(), repeated);
        });
    }

    /** How often a mail was brought, repeats included. */
    int brought() {
        return brought.get();
    }

    Collection<ReceivedMail> mails() {
        return taken.values();
    }

    List<String> subjects() {
        return taken.values().stream().map(RecordingDoor::subject).sorted().toList();
    }

    static String subject(ReceivedMail mail) {
        String text = switch (mail.raw()) {
            case RawMail.Whole(var bytes) -> bytes.latin1();
            case RawMail.Oversize(var head, var _, var _) -> head.latin1();
        };
        return text.lines()
                .filter(line -> line.startsWith("Subject: "))
                .map(line -> line.substring("Subject: ".length()))
                .findFirst()
                .orElse("");
    }
}
