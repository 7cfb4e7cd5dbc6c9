package de.stadttor.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.events.Feeds;
import de.stadttor.guests.AccessLinks;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.intake.InboundMessage.Sender;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.RecordedReturns;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.people.Identity;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Origin;
import de.stadttor.ticketing.TestTickets;
import de.stadttor.ticketing.TicketState;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class IntakeTest {

    private static final Sender ANONYMOUS = new Sender.Anonymous();
    private static final RequestKey KEY = new RequestKey("formserver", "F-1", "a".repeat(64));

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final AccessLinks links = TestIntake.links(ports);
    private final Intake intake = TestIntake.open(ports, links, new RecordedReturns());

    @Test
    void makesATicketWithItsMessageEventFeedAndAcknowledgement() {
        Receipt receipt = accept(inbound(ANONYMOUS, AssuranceLevel.BASIC, KEY));
        var ticket = ports.tickets().find(receipt.ticket()).block();
        var citizen = ports.tickets().participants(receipt.ticket()).single().block();
        assertThat(ticket.state()).isEqualTo(TicketState.NEW);
        assertThat(ticket.number()).isEqualTo(receipt.number());
        assertThat(ticket.createdAt()).isEqualTo(receipt.receivedAt());
        assertThat(ports.messages().all(receipt.ticket()).single().block().text())
                .isEqualTo("Ein Nest.");
        assertThat(ports.log()
                        .read(receipt.ticket().stream(), 0, 10)
                        .single()
                        .block()
                        .kind())
                .isEqualTo("ticket-opened");
        assertThat(ports.feeds().head(citizen).block()).isEqualTo(1);
        assertThat(ports.outbox().newest(10).single().block())
                .extracting(OutboxItem::kind, OutboxItem::ticket)
                .containsExactly(OutboxItem.Kind.ACKNOWLEDGEMENT, receipt.ticket());
    }

    @Test
    void givesARepeatTheFirstReceipt() {
        Receipt first = accept(inbound(ANONYMOUS, AssuranceLevel.BASIC, KEY));
        ports.clock().advance(Duration.ofHours(1));
        Receipt repeat = accept(inbound(ANONYMOUS, AssuranceLevel.BASIC, KEY));
        assertThat(repeat)
                .isEqualTo(new Receipt(first.ticket(), first.number(), first.access(), first.receivedAt(), true));
        assertThat(ports.outbox().newest(10).count().block()).isEqualTo(1);
    }

    @Test
    void givesEachOfManyAtTheSameInstantTheSameReceipt() {
        Flux.range(0, 50)
                .flatMap(_ -> intake.accept(inbound(ANONYMOUS, AssuranceLevel.BASIC, KEY)), 50)
                .map(Receipt::ticket)
                .distinct()
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        assertThat(ports.outbox().newest(100).count().block()).isEqualTo(1);
    }

    @Test
    void givesEachOfManyAtTheSameInstantATicketOfTheirOwn() {
        Flux.range(0, 200)
                .flatMap(i -> intake.accept(inbound(ANONYMOUS, AssuranceLevel.BASIC, key(i))), 200)
                .map(Receipt::ticket)
                .distinct()
                .as(StepVerifier::create)
                .expectNextCount(200)
                .verifyComplete();
        assertThat(ports.outbox().newest(1000).count().block()).isEqualTo(200);
    }

    @Test
    void numbersTheFeedOfOnePersonsManySubmissionsWithoutGaps() {
        var vouched = new Sender.Vouched(new Identity.BayernId("localhost", "demo-citizen"));
        Receipt some = Flux.range(0, 30)
                .flatMap(i -> intake.accept(inbound(vouched, AssuranceLevel.HIGH, key(i))), 30)
                .blockLast();
        assertThat(ports.feeds()
                        .read(sender(some), 0, null, 100)
                        .map(Feeds.Entry::position)
                        .collectList()
                        .block())
                .isEqualTo(LongStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void makesATicketEveryTimeWithoutAKey() {
        Receipt first = accept(inbound(ANONYMOUS, AssuranceLevel.BASIC));
        assertThat(accept(inbound(ANONYMOUS, AssuranceLevel.BASIC)).ticket()).isNotEqualTo(first.ticket());
    }

    @Test
    void recognizesARepeatByAnyOfItsKeys() {
        var other = new RequestKey("formserver", "submission F-1", KEY.fingerprint());
        Receipt first = accept(inbound(ANONYMOUS, AssuranceLevel.BASIC, KEY, other));
        var fresh = new RequestKey("formserver", "F-2", KEY.fingerprint());
        assertThat(accept(inbound(ANONYMOUS, AssuranceLevel.BASIC, fresh, other))
                        .ticket())
                .isEqualTo(first.ticket());
    }

    @Test
    void refusesAKeyThatCameWithAnotherMessage() {
        accept(inbound(ANONYMOUS, AssuranceLevel.BASIC, KEY));
        var other = new RequestKey(KEY.scope(), KEY.key(), "b".repeat(64));
        intake.accept(inbound(ANONYMOUS, AssuranceLevel.BASIC, other))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.KeyReused()));
        assertThat(ports.outbox().newest(10).count().block()).isEqualTo(1);
    }

    @Test
    void givesALinkOnlyToWhoIsUnknownAndNeedsNoLogin() {
        var known = new Sender.Known(new CitizenId(ports.ids().next()));
        assertThat(accept(inbound(ANONYMOUS, AssuranceLevel.BASIC)).access()).isNotNull();
        assertThat(accept(inbound(ANONYMOUS, AssuranceLevel.SUBSTANTIAL)).access())
                .isNull();
        assertThat(accept(inbound(known, AssuranceLevel.BASIC)).access()).isNull();
    }

    @Test
    void givesALinkThatOpensTheTicket() {
        Receipt receipt = accept(inbound(ANONYMOUS, AssuranceLevel.BASIC));
        assertThat(links.open(receipt.access()).block().ticket()).isEqualTo(receipt.ticket());
    }

    @Test
    void repeatsNoLinkAfterADay() {
        Receipt first = accept(inbound(ANONYMOUS, AssuranceLevel.BASIC, KEY));
        ports.clock().advance(Duration.ofHours(24).minusNanos(1));
        assertThat(accept(inbound(ANONYMOUS, AssuranceLevel.BASIC, KEY)).access())
                .isEqualTo(first.access());
        ports.clock().advance(Duration.ofNanos(1));
        assertThat(accept(inbound(ANONYMOUS, AssuranceLevel.BASIC, KEY)).access())
                .isNull();
    }

    @Test
    void repeatsNoLinkWhereThereWasNone() {
        var known = new Sender.Known(new CitizenId(ports.ids().next()));
        accept(inbound(known, AssuranceLevel.BASIC, KEY));
        assertThat(accept(inbound(known, AssuranceLevel.BASIC, KEY)).access()).isNull();
    }

    @Test
    void makesEveryAnonymousSenderAGuestOfTheirOwn() {
        assertThat(sender(accept(inbound(ANONYMOUS, AssuranceLevel.BASIC))))
                .isNotEqualTo(sender(accept(inbound(ANONYMOUS, AssuranceLevel.BASIC))));
    }

    @Test
    void recognizesTheSamePersonInTwoSubmissions() {
        var vouched = new Sender.Vouched(new Identity.BayernId("localhost", "demo-citizen"));
        Receipt first = accept(inbound(vouched, AssuranceLevel.HIGH));
        assertThat(sender(first)).isEqualTo(sender(accept(inbound(vouched, AssuranceLevel.HIGH))));
        assertThat(ports.tickets().find(first.ticket()).block().contact().anonymous())
                .isFalse();
    }

    @Test
    void treatsAnIdentityThatIsNotOursAsAnonymous() {
        var nobody =
                new Sender.Vouched(new Identity.Own(new CitizenId(ports.ids().next())));
        Receipt receipt = accept(inbound(nobody, AssuranceLevel.BASIC));
        assertThat(receipt.access()).isNotNull();
        assertThat(ports.tickets().find(receipt.ticket()).block().contact().anonymous())
                .isTrue();
    }

    @Test
    void closesTheQuarantineEntryOfTheSameKey() {
        var entry = TestEntries.of(ports, "formserver", KEY);
        ports.quarantine().keep(entry).as(StepVerifier::create).verifyComplete();
        Receipt receipt = accept(inbound(ANONYMOUS, AssuranceLevel.BASIC, KEY));
        assertThat(ports.quarantine().find(entry.id()).block().closedBy()).isEqualTo(receipt.ticket());
    }

    private static RequestKey key(int number) {
        return new RequestKey("formserver", "F-" + number, KEY.fingerprint());
    }

    private Receipt accept(InboundMessage inbound) {
        return intake.accept(inbound).block();
    }

    private CitizenId sender(Receipt receipt) {
        return ports.tickets().participants(receipt.ticket()).single().block();
    }

    private static InboundMessage inbound(Sender sender, AssuranceLevel required, RequestKey... keys) {
        return new InboundMessage(
                List.of(keys),
                "formserver",
                sender,
                null,
                "Erika Beispiel",
                null,
                TestTickets.QUEUE,
                "Wespennest",
                "Ein Nest.",
                List.of(),
                required,
                new Origin(Channel.FORM, null, "de", AssuranceLevel.BASIC, null));
    }
}
