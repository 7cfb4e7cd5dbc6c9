package de.stadttor.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.outbox.DeliveryLedger.Backlog;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.people.CitizenId;
import de.stadttor.reactions.Worker.Lease;
import de.stadttor.ticketing.Attention;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.TestTickets;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.TicketEvent.MailSettled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class PostmanTest {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final Journal journal = new Journal(ports.log(), ports.tickets(), _ -> Set.of());
    private final Ticket ticket =
            TestTickets.stored(ports, new CitizenId(ports.ids().next())).block();
    private final List<UUID> carried = new ArrayList<>();

    @Test
    void tellsTheTicketThatAMailWasSent() {
        OutboxItem item = put(1);
        drain(always(new Attempt.Sent()));
        assertThat(settled()).containsExactly(new MailSettled(item.id(), MailSettled.End.SENT, ""));
        assertThat(backlog()).isEqualTo(new Backlog(0, 0, 0));
    }

    @Test
    void tellsTheTicketWhyAMailWasRefused() {
        OutboxItem item = put(1);
        drain(always(new Attempt.Refused("5.1.1")));
        assertThat(settled()).containsExactly(new MailSettled(item.id(), MailSettled.End.FAILED, "5.1.1"));
        assertThat(backlog()).isEqualTo(new Backlog(0, 0, 1));
    }

    @Test
    void callsAPersonWhenAMailNeverReachesItsCitizen() {
        put(1, new Recipient.OfCitizen(ports.ids().next().toString()));
        drain(always(new Attempt.Refused("5.1.1")));
        Ticket after = ports.tickets().find(ticket.id()).block();
        assertThat(after.needsAttention()).isTrue();
        assertThat(happened()).endsWith(new TicketEvent.AttentionCalled(Attention.UNDELIVERED));
    }

    @Test
    void callsNobodyWhenAMailNeverReachesATeamForTheCallWouldBeMailedToThatTeam() {
        put(1);
        drain(always(new Attempt.Refused("5.1.1")));
        assertThat(ports.tickets().find(ticket.id()).block().needsAttention()).isFalse();
    }

    @Test
    void tellsTheTicketWhyAMailWasWithheld() {
        OutboxItem item = put(1);
        drain(always(new Attempt.Withheld("loop-guard")));
        assertThat(settled()).containsExactly(new MailSettled(item.id(), MailSettled.End.WITHHELD, "loop-guard"));
    }

    @Test
    void saysNothingOfAMailThatHadNobodyToGoTo() {
        put(1);
        drain(always(new Attempt.Unaddressed()));
        assertThat(settled()).isEmpty();
        assertThat(backlog()).isEqualTo(new Backlog(0, 0, 0));
    }

    @Test
    void sendsNothingTwice() {
        put(1);
        put(2);
        drain(always(new Attempt.Sent()));
        drain(always(new Attempt.Sent()));
        assertThat(carried).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void doesNotKeepOthersWaitingForOneThatIsDeferred() {
        OutboxItem greylisted = put(1);
        OutboxItem other = put(2);
        drain(always(claim -> claim.item().equals(greylisted) ? new Attempt.Deferred("4.7.1") : new Attempt.Sent()));
        assertThat(settled()).containsExactly(new MailSettled(other.id(), MailSettled.End.SENT, ""));
    }

    @Test
    void deliversWhatAGreylistingServerTakesTheSecondTime() {
        OutboxItem item = put(1);
        Courier greylisting =
                always(claim -> claim.attempts() == 1 ? new Attempt.Deferred("4.7.1") : new Attempt.Sent());
        drain(greylisting);
        drain(greylisting);
        assertThat(carried).hasSize(1);
        ports.clock().advance(Duration.ofSeconds(36));
        drain(greylisting);
        assertThat(settled()).containsExactly(new MailSettled(item.id(), MailSettled.End.SENT, ""));
    }

    @Test
    void givesUpAfterFiveDaysOfRefusalsForNow() {
        OutboxItem item = put(1);
        Courier deferring = always(new Attempt.Deferred("4.2.2"));
        for (Duration passed = Duration.ZERO; passed.toDays() < 5; passed = passed.plusMinutes(72)) {
            drain(deferring);
            ports.clock().advance(Duration.ofMinutes(72));
        }
        assertThat(settled()).isEmpty();
        ports.clock().advance(Duration.ofMinutes(72));
        drain(deferring);
        assertThat(settled()).containsExactly(new MailSettled(item.id(), MailSettled.End.FAILED, "4.4.7"));
    }

    @Test
    void deliversEverythingMinutesAfterAnHourWithoutARelay() {
        put(1);
        put(2);
        for (int minute = 0; minute < 60; minute++) {
            drain(always(new Attempt.Unreached("4.4.1")));
            ports.clock().advance(Duration.ofMinutes(1));
        }
        assertThat(settled()).isEmpty();
        ports.clock().advance(Duration.ofSeconds(144));
        drain(always(new Attempt.Sent()));
        assertThat(settled())
                .extracting(MailSettled::end)
                .containsOnly(MailSettled.End.SENT)
                .hasSize(2);
    }

    @Test
    void claimsNothingWhileTheCourierIsNotReady() {
        put(1);
        drain(courier(false, _ -> Mono.just(new Attempt.Sent())));
        assertThat(carried).isEmpty();
        drain(always(new Attempt.Sent()));
        assertThat(settled()).hasSize(1);
    }

    @Test
    void countsNoTryForWhatWasNotTried() {
        put(1);
        drain(always(new Attempt.NotNow(Duration.ofSeconds(1))));
        ports.clock().advance(Duration.ofSeconds(1));
        assertThat(ports.deliveries().next("other", LEASE).block().attempts()).isEqualTo(1);
    }

    @Test
    void triesAgainAfterADefect() {
        OutboxItem item = put(1);
        drain(asking(_ -> Mono.error(new IllegalStateException("a defect"))));
        ports.clock().advance(Duration.ofSeconds(36));
        drain(always(new Attempt.Sent()));
        assertThat(settled()).containsExactly(new MailSettled(item.id(), MailSettled.End.SENT, ""));
    }

    @Test
    void recordsNothingWhenSomebodyElseTookOver() {
        put(1);
        drain(asking(claim -> {
            ports.clock().advance(LEASE);
            return ports.deliveries().next("other", LEASE).thenReturn(new Attempt.Sent());
        }));
        assertThat(settled()).isEmpty();
        assertThat(backlog().waiting()).isEqualTo(1);
    }

    @Test
    void takesATryThatNeverEndsAsOneThatFailed() {
        put(1);
        StepVerifier.withVirtualTime(() -> postman(asking(_ -> Mono.never())).drain())
                .thenAwait(LEASE)
                .verifyComplete();
        ports.clock().advance(Duration.ofSeconds(36));
        drain(always(new Attempt.Sent()));
        assertThat(settled()).hasSize(1);
    }

    @Test
    void bringsWhatItCarriesToItsEndBeforeItGoesHome() {
        OutboxItem item = put(1);
        put(2);
        Sinks.One<Attempt> relay = Sinks.one();
        Postman postman = postman(asking(_ -> relay.asMono()));
        StepVerifier.withVirtualTime(() -> postman.run(Flux.never(), Duration.ofHours(1)))
                .thenAwait(Duration.ofSeconds(1))
                .then(() -> assertThat(carried).containsExactly(item.id()))
                .then(postman::goHome)
                .then(() -> relay.tryEmitValue(new Attempt.Sent()))
                .verifyComplete();
        assertThat(settled()).containsExactly(new MailSettled(item.id(), MailSettled.End.SENT, ""));
        assertThat(carried).hasSize(1);
    }

    @Test
    void endsWhatOneLaneCarriesWhenTheStoreFailsAnother() {
        OutboxItem item = put(1);
        Sinks.One<Attempt> relay = Sinks.one();
        var store = new AtomicInteger();
        DeliveryLedger failing = new FailingLedger(ports.deliveries(), () -> store.getAndIncrement() > 0);
        Postman postman = postman(failing, asking(_ -> relay.asMono()), 2);
        StepVerifier.create(postman.drain())
                .then(() -> relay.tryEmitValue(new Attempt.Sent()))
                .verifyError();
        assertThat(settled()).containsExactly(new MailSettled(item.id(), MailSettled.End.SENT, ""));
    }

    @Test
    void tellsTheTicketOnceThatAMailCameBack() {
        OutboxItem item = put(1);
        drain(asking(claim -> ports.deliveries().address(claim, "ab".repeat(32)).thenReturn(new Attempt.Sent())));
        var deliveries = new RecordedDeliveries(ports.deliveries(), journal);
        for (int bounce = 0; bounce < 2; bounce++) {
            ports.unitOfWork()
                    .commit(() -> deliveries.returned(item.id(), "5.1.1"))
                    .block();
        }
        assertThat(settled())
                .containsExactly(
                        new MailSettled(item.id(), MailSettled.End.SENT, ""),
                        new MailSettled(item.id(), MailSettled.End.RETURNED, "5.1.1"));
        assertThat(deliveries.find(item.id()).block().state()).isEqualTo(Delivery.State.FAILED);
    }

    private OutboxItem put(long cause) {
        return put(cause, new Recipient.OfQueue("gartenbau"));
    }

    private OutboxItem put(long cause, Recipient recipient) {
        var item = new OutboxItem(
                ports.ids().next(),
                Kind.NOTICE,
                recipient,
                ticket.id(),
                cause,
                ports.clock().instant());
        ports.outbox().put(item).block();
        return item;
    }

    private Courier always(Attempt attempt) {
        return always(_ -> attempt);
    }

    private Courier always(Function<DeliveryClaim, Attempt> carrying) {
        return asking(claim -> Mono.fromSupplier(() -> carrying.apply(claim)));
    }

    private Courier asking(Function<DeliveryClaim, Mono<Attempt>> carrying) {
        return courier(true, carrying);
    }

    private Courier courier(boolean ready, Function<DeliveryClaim, Mono<Attempt>> carrying) {
        return new Courier() {
            @Override
            public boolean ready() {
                return ready;
            }

            @Override
            public Mono<Attempt> carry(DeliveryClaim claim) {
                return Mono.defer(() -> {
                    carried.add(claim.item().id());
                    return carrying.apply(claim);
                });
            }
        };
    }

    private void drain(Courier courier) {
        postman(courier).drain().block();
    }

    private Postman postman(Courier courier) {
        return postman(ports.deliveries(), courier, 1);
    }

    private Postman postman(DeliveryLedger ledger, Courier courier, int lanes) {
        return new Postman(
                ledger,
                courier,
                ports.unitOfWork(),
                ports.tickets(),
                journal,
                new Lease("test", LEASE, lanes),
                new Random(4711),
                ports.clock());
    }

    private List<MailSettled> settled() {
        return happened().stream()
                .filter(MailSettled.class::isInstance)
                .map(MailSettled.class::cast)
                .toList();
    }

    private List<TicketEvent> happened() {
        return ports.log()
                .read(ticket.id().stream(), 0, 100)
                .map(event -> TicketEvent.of(event.kind(), event.body()))
                .collectList()
                .block();
    }

    private Backlog backlog() {
        return ports.deliveries().backlog(ports.clock().instant()).block();
    }
}
