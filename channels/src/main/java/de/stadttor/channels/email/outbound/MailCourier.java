package de.stadttor.channels.email.outbound;

import de.stadttor.channels.email.outbound.smtp.Relay;
import de.stadttor.outbox.Attempt;
import de.stadttor.outbox.Courier;
import de.stadttor.outbox.DeliveryClaim;
import de.stadttor.outbox.DeliveryLedger;
import de.stadttor.outbox.OutboxItem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Carries items as mails: has the letter written, asks whether it may go, makes a mail of it, hands it to the relay.
 */
public final class MailCourier implements Courier {

    private static final Logger LOG = LoggerFactory.getLogger(MailCourier.class);

    /** Bad destination mailbox address syntax (RFC 3463 3.2). */
    private static final String NO_ADDRESS = "5.1.3";

    private final List<LetterWriter> writers;
    private final DeliveryLedger ledger;
    private final LoopGuard guard;
    private final DomainRates rates;
    private final Enclosures enclosures;
    private final MailComposer composer;
    private final Relay relay;

    public MailCourier(
            OutboundSettings settings,
            List<LetterWriter> writers,
            DeliveryLedger ledger,
            Enclosures enclosures,
            MailComposer composer,
            Relay relay,
            Clock clock) {
        this.writers = List.copyOf(writers);
        this.ledger = ledger;
        this.guard = new LoopGuard(ledger, settings.guard(), clock);
        this.rates = new DomainRates(settings.perDomain());
        this.enclosures = enclosures;
        this.composer = composer;
        this.relay = relay;
    }

    @Override
    public boolean ready() {
        return relay.ready();
    }

    @Override
    public Mono<Attempt> carry(DeliveryClaim claim) {
        return written(claim.item())
                .flatMap(letter -> carry(claim, letter))
                .defaultIfEmpty(new Attempt.Unaddressed())
                .doOnError(failure -> defect(claim.item(), failure))
                .checkpoint("carry a mail");
    }

    /** Only its kind and place: what an exception says may hold addresses. */
    private static void defect(OutboxItem item, Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.warn(
                "Outbox item {} was not carried, trying on: {} at {}",
                item.id(),
                failure.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0]);
    }

    private Mono<Letter> written(OutboxItem item) {
        return writers.stream()
                .filter(writer -> writer.writes(item))
                .findFirst()
                .map(writer -> writer.write(item))
                .orElse(Mono.empty());
    }

    private Mono<Attempt> carry(DeliveryClaim claim, Letter letter) {
        Optional<Recipient> recipient = Recipient.of(letter.to());
        return recipient.isEmpty()
                ? Mono.just(new Attempt.Refused(NO_ADDRESS))
                : guard.holds(claim.item(), recipient.get().hash())
                        .flatMap(held -> held
                                ? Mono.just(new Attempt.Withheld("loop-guard"))
                                : permitted(claim, letter, recipient.get()));
    }

    private Mono<Attempt> permitted(DeliveryClaim claim, Letter letter, Recipient to) {
        Duration pause = rates.pause(to.domain());
        return pause.isZero()
                ? ledger.address(claim, to.hash()).then(send(claim, letter, to))
                : Mono.just(new Attempt.NotNow(pause));
    }

    private Mono<Attempt> send(DeliveryClaim claim, Letter letter, Recipient to) {
        return enclosures
                .read(letter.attached())
                .map(files -> composer.compose(letter, claim.item().id(), to, files))
                .flatMap(relay::send);
    }
}
