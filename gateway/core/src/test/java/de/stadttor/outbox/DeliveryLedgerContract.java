package de.stadttor.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.reactions.Overtaken;
import de.stadttor.ticketing.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every {@link DeliveryLedger} promises. */
public interface DeliveryLedgerContract {

    Duration LEASE = Duration.ofMinutes(5);
    Duration SECOND = Duration.ofSeconds(1);
    String ADDRESS = "ab".repeat(32);

    Ports ports();

    @Test
    default void givesEachItemToOneOwner() {
        othersAside();
        List<OutboxItem> items =
                Stream.generate(() -> put(Kind.NOTICE)).limit(30).toList();
        List<DeliveryClaim> claims = Flux.range(0, 8)
                .flatMap(owner -> next("owner " + owner).repeat(40), 8)
                .collectList()
                .block();
        claims.addAll(next("the sweep").repeat(40).collectList().block());
        assertThat(claims).extracting(DeliveryClaim::item).containsExactlyInAnyOrderElementsOf(items);
    }

    @Test
    default void givesWhatHasBeenDueLongestFirst() {
        othersAside();
        OutboxItem early = put(Kind.NOTICE);
        ports().clock().advance(SECOND);
        put(Kind.NOTICE);
        assertThat(next("owner").block()).isEqualTo(new DeliveryClaim(early, 1, 1));
    }

    @Test
    default void givesAnItemToAnotherAfterItsLeaseAndTheFirstCanRecordNothing() {
        DeliveryClaim first = claimed(put(Kind.NOTICE));
        ports().clock().advance(LEASE.minus(SECOND));
        assertThat(claim(first.item())).isNull();
        ports().clock().advance(SECOND);
        DeliveryClaim second = claimed(first.item());
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(second.attempts()).isEqualTo(2);
        ledger().address(first, ADDRESS).as(StepVerifier::create).verifyError(Overtaken.class);
        settle(first, Delivery.State.SENT).as(StepVerifier::create).verifyError(Overtaken.class);
        ledger().retry(first, Duration.ZERO, "4.2.0").as(StepVerifier::create).verifyComplete();
        assertThat(claim(first.item())).isNull();
        settle(second, Delivery.State.SENT).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void isDueAgainAfterThePauseOfARetry() {
        DeliveryClaim claim = claimed(put(Kind.NOTICE));
        ledger().retry(claim, SECOND, "4.2.0").block();
        assertThat(claim(claim.item())).isNull();
        ports().clock().advance(SECOND);
        assertThat(claimed(claim.item()).attempts()).isEqualTo(2);
    }

    @Test
    default void countsNoTryForWhatWasPutBack() {
        DeliveryClaim claim = claimed(put(Kind.NOTICE));
        ledger().putBack(claim, Duration.ZERO).block();
        DeliveryClaim again = claimed(claim.item());
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.fence()).isEqualTo(2);
    }

    @Test
    default void forgetsWhatIsSettledAndOld() {
        OutboxItem old = sent(put(Kind.NOTICE));
        OutboxItem waiting = put(Kind.NOTICE);
        DeliveryClaim onItsWay = claimed(waiting);
        ports().clock().advance(SECOND);
        Instant now = ports().clock().instant();
        OutboxItem young = sent(put(Kind.NOTICE));
        assertThat(ledger().forget(now).block()).isPositive();
        assertThat(ledger().forget(now).block()).isZero();
        assertThat(ledger().find(old.id()).block()).isNull();
        assertThat(ledger().find(young.id()).block()).isNotNull();
        settle(onItsWay, Delivery.State.SENT).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void neverGivesWhatIsSettledAgain() {
        DeliveryClaim claim = claimed(put(Kind.NOTICE));
        settle(claim, Delivery.State.WITHHELD).block();
        ports().clock().advance(LEASE.plus(SECOND));
        assertThat(claim(claim.item())).isNull();
        settle(claim, Delivery.State.SENT).as(StepVerifier::create).verifyError(Overtaken.class);
    }

    @Test
    default void isSettledOnlyIfWhatBelongsToItIs() {
        DeliveryClaim claim = claimed(put(Kind.NOTICE));
        ports().unitOfWork()
                .commit(() -> ledger().settle(claim, Delivery.State.SENT, "")
                        .then(Mono.error(() -> new IllegalStateException("no"))))
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
        settle(claim, Delivery.State.SENT).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void findsWhatWasAddressedWithTheMomentOfItsFirstTry() {
        DeliveryClaim claim = claimed(put(Kind.NOTICE));
        UUID id = claim.item().id();
        ledger().find(id).as(StepVerifier::create).verifyComplete();
        Instant first = ports().clock().instant();
        ledger().address(claim, ADDRESS).block();
        assertThat(ledger().find(id).block()).isEqualTo(delivery(claim.item(), Delivery.State.WAITING, first));
        ports().clock().advance(SECOND);
        ledger().address(claim, ADDRESS).block();
        settle(claim, Delivery.State.SENT).block();
        assertThat(ledger().find(id).block()).isEqualTo(delivery(claim.item(), Delivery.State.SENT, first));
    }

    @Test
    default void tellsOnceThatSomethingCameBack() {
        DeliveryClaim claim = claimed(put(Kind.NOTICE));
        returned(claim.item().id()).as(StepVerifier::create).verifyComplete();
        ledger().address(claim, ADDRESS).block();
        settle(claim, Delivery.State.SENT).block();
        assertThat(returned(claim.item().id()).block().state()).isEqualTo(Delivery.State.FAILED);
        returned(claim.item().id()).as(StepVerifier::create).verifyComplete();
        returned(ports().ids().next()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void doesNotSendAgainWhatCameBackBeforeItsSendingWasRecorded() {
        DeliveryClaim claim = claimed(put(Kind.NOTICE));
        ledger().address(claim, ADDRESS).block();
        returned(claim.item().id()).block();
        settle(claim, Delivery.State.SENT).as(StepVerifier::create).verifyError(Overtaken.class);
        ports().clock().advance(LEASE.plus(SECOND));
        assertThat(claim(claim.item())).isNull();
    }

    @Test
    default void namesWhatWasSentToSomebodyOldestFirst() {
        OutboxItem early = sent(put(Kind.ACKNOWLEDGEMENT));
        ports().clock().advance(SECOND);
        OutboxItem late = sent(put(early.ticket(), Kind.NOTICE, 2));
        put(early.ticket(), Kind.NOTICE, 3);
        assertThat(ledger().sent(early.ticket(), early.recipient(), 9)
                        .collectList()
                        .block())
                .containsExactly(early.id(), late.id());
        ledger().sent(early.ticket(), new Recipient.OfQueue("other"), 9)
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    default void countsWhatWasTriedSince() {
        String address = ports().ids().next().toString().replace("-", "").repeat(2);
        DeliveryClaim claim = claimed(put(Kind.ACKNOWLEDGEMENT));
        TicketId ticket = claim.item().ticket();
        ledger().address(claim, address).block();
        Instant now = ports().clock().instant();
        assertThat(ledger().tried(Set.of(Kind.ACKNOWLEDGEMENT), address, now).block())
                .isEqualTo(1);
        assertThat(ledger().tried(Set.of(Kind.ACKNOWLEDGEMENT, Kind.CLAIM), ticket, now)
                        .block())
                .isEqualTo(1);
        assertThat(ledger().tried(Set.of(Kind.NOTICE), address, now).block()).isZero();
        assertThat(ledger().tried(Set.of(Kind.ACKNOWLEDGEMENT), ticket, now.plus(SECOND))
                        .block())
                .isZero();
    }

    @Test
    default void countsWhatWaitsWhatIsLateAndWhatFailed() {
        othersAside();
        Instant now = ports().clock().instant();
        DeliveryLedger.Backlog before = ledger().backlog(now).block();
        long late = ledger().backlog(now.plus(SECOND)).block().late();
        settle(claimed(put(Kind.NOTICE)), Delivery.State.FAILED).block();
        put(Kind.NOTICE);
        assertThat(ledger().backlog(now).block())
                .isEqualTo(new DeliveryLedger.Backlog(before.waiting() + 1, before.late(), before.failed() + 1));
        assertThat(ledger().backlog(now.plus(SECOND)).block().late()).isEqualTo(late + 1);
    }

    private DeliveryLedger ledger() {
        return ports().deliveries();
    }

    private Mono<DeliveryClaim> next(String owner) {
        return ledger().next(owner, LEASE);
    }

    /** One ledger has all items, so those of other tests are settled first. */
    private void othersAside() {
        for (DeliveryClaim claim = next("aside").block();
                claim != null;
                claim = next("aside").block()) {
            settle(claim, Delivery.State.WITHHELD).block();
        }
    }

    private DeliveryClaim claimed(OutboxItem item) {
        DeliveryClaim claim = claim(item);
        assertThat(claim).isNotNull();
        return claim;
    }

    /** Null when it is not due. */
    private DeliveryClaim claim(OutboxItem item) {
        for (DeliveryClaim claim = next("owner").block();
                claim != null;
                claim = next("owner").block()) {
            if (claim.item().equals(item)) {
                return claim;
            }
            settle(claim, Delivery.State.WITHHELD).block();
        }
        return null;
    }

    private Mono<Void> settle(DeliveryClaim claim, Delivery.State end) {
        return ports().unitOfWork().commit(() -> ledger().settle(claim, end, "5.1.1"));
    }

    private Mono<Delivery> returned(UUID id) {
        return ports().unitOfWork().commit(() -> ledger().returned(id, "5.1.1"));
    }

    private OutboxItem sent(OutboxItem item) {
        DeliveryClaim claim = claimed(item);
        ledger().address(claim, ADDRESS)
                .then(settle(claim, Delivery.State.SENT))
                .block();
        return item;
    }

    private OutboxItem put(Kind kind) {
        return put(new TicketId(ports().ids().next()), kind, 1);
    }

    private OutboxItem put(TicketId ticket, Kind kind, long cause) {
        var recipient = new Recipient.OfCitizen("019a4000-0000-7000-8000-0000000000aa");
        var item = new OutboxItem(
                ports().ids().next(),
                kind,
                recipient,
                ticket,
                cause,
                ports().clock().instant());
        ports().unitOfWork().commit(() -> ports().outbox().put(item)).block();
        return item;
    }

    private static Delivery delivery(OutboxItem item, Delivery.State state, Instant at) {
        return new Delivery(item.id(), item.ticket(), item.recipient(), ADDRESS, state, at);
    }
}
