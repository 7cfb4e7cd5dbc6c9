package de.stadttor.channels.email.outbound;

import de.stadttor.channels.email.outbound.OutboundSettings.Guard;
import de.stadttor.outbox.DeliveryLedger;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends a talk between two machines that know no better, and keeps strangers from having us write to somebody all day:
 * counts what we send because somebody wrote.
 */
final class LoopGuard {

    private static final Set<Kind> ANSWERS = Set.of(Kind.ACKNOWLEDGEMENT, Kind.REPLY_NOTED, Kind.REPLY_REFUSED);

    private final DeliveryLedger ledger;
    private final Guard limits;
    private final Clock clock;

    LoopGuard(DeliveryLedger ledger, Guard limits, Clock clock) {
        this.ledger = ledger;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether one more is too much. A few at once may pass together; what was tried before is not counted again. */
    Mono<Boolean> holds(OutboxItem item, String addressHash) {
        return ANSWERS.contains(item.kind())
                ? ledger.find(item.id())
                        .hasElement()
                        .flatMap(again -> again ? Mono.just(false) : full(item, addressHash))
                : Mono.just(false);
    }

    private Mono<Boolean> full(OutboxItem item, String addressHash) {
        Instant hour = clock.instant().minus(Duration.ofHours(1));
        Instant day = clock.instant().minus(Duration.ofDays(1));
        return Flux.concat(
                        ledger.tried(ANSWERS, addressHash, hour).map(tried -> tried >= limits.perHour()),
                        ledger.tried(ANSWERS, addressHash, day).map(tried -> tried >= limits.perDay()),
                        ledger.tried(ANSWERS, item.ticket(), day).map(tried -> tried >= limits.perTicket()))
                .any(full -> full);
    }
}
