package de.stadttor.live;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.live.LiveEvent.Closed;
import de.stadttor.live.LiveEvent.Happened;
import de.stadttor.live.LiveEvent.Heartbeat;
import de.stadttor.live.LiveEvent.Reason;
import de.stadttor.live.LiveEvent.Reset;
import de.stadttor.live.LiveEvent.Snapshot;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.CitizenId;
import de.stadttor.people.GuestSession;
import de.stadttor.people.TestCitizens;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Priority;
import de.stadttor.ticketing.TestMessages;
import de.stadttor.ticketing.TestQueues;
import de.stadttor.ticketing.TestTickets;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketChange;
import de.stadttor.ticketing.TicketChange.FieldEdits;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.TicketState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;

class FollowTicketsTest {

    private static final Resumption NOW = new Resumption.Now();

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final Followers followers = new Followers();
    private final Journal journal = new Journal(ports.log(), ports.tickets(), _ -> Set.of());
    private final AtomicReference<@Nullable Reason> lost = new AtomicReference<>();
    private final FollowTickets follow = following(UnaryOperator.identity());
    private final CitizenId id = new CitizenId(ports.ids().next());
    private final Citizen citizen = TestCitizens.loggedIn(id, AssuranceLevel.LOW);
    private final Ticket ticket = TestTickets.stored(ports, id).block();

    @Test
    void saysThatItHasBegunBeforeAnythingElse() {
        assertThat(follow.all(citizen, NOW).blockFirst()).isEqualTo(new LiveEvent.Began());
    }

    @Test
    void beginsWithWhereThingsStandAndGoesOnFromThere() {
        var seen = follow(citizen, NOW);
        happens(answer(null));
        assertThat(seen).first().isEqualTo(new Snapshot(1, ticket));
        assertThat(kinds(seen)).containsExactly("message-added", "state-changed");
        assertThat(happened(seen)).extracting(Happened::position).containsExactly(2L, 3L);
    }

    @Test
    void isSilentAboutNotes() {
        var seen = follow(citizen, NOW);
        happens(t -> t.note(
                TestMessages.note(ports.ids().next(), ticket.id()),
                ports.clock().instant()));
        assertThat(seen).containsExactly(new Snapshot(1, ticket));
    }

    @Test
    void resumesAfterTheLastEventTheClientGot() {
        happens(answer(null));
        var seen = follow(citizen, new Resumption.After(2));
        assertThat(happened(seen)).extracting(Happened::position).containsExactly(3L);
        assertThat(seen).hasSize(1);
    }

    @Test
    void saysResetWhenThePositionIsAheadOfTheFeed() {
        assertThat(follow(citizen, new Resumption.After(99))).containsExactly(new Reset(1, ticket));
    }

    @Test
    void saysResetWhenThePositionIsUnknown() {
        assertThat(follow(citizen, new Resumption.Unknown())).containsExactly(new Reset(1, ticket));
    }

    /** Whatever is committed while a stream begins is in its snapshot or follows it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void missesNothingThatHappensWhileItBegins(boolean beforeTheHeadIsRead) {
        Mono<Void> change = Mono.fromRunnable(() -> happens(answer(null)));
        var racing = following(head -> beforeTheHeadIsRead ? change.then(head) : head.delayUntil(_ -> change));
        var seen = TestSubscriber.<LiveEvent>create();
        racing.one(citizen, ticket.id(), NOW).skip(1).subscribe(seen);
        var snapshot = (Snapshot) seen.getReceivedOnNext().getFirst();
        boolean inSnapshot = snapshot.ticket().state() == TicketState.OPEN;
        assertThat(inSnapshot || kinds(seen.getReceivedOnNext()).contains("state-changed"))
                .isTrue();
    }

    @Test
    void announcesWithoutShowingWhatDemandsMore() {
        var seen = follow(citizen, NOW);
        happens(answer(AssuranceLevel.HIGH));
        assertThat(happened(seen)).extracting(Happened::withheld).containsExactly(true, false);
    }

    @Test
    void endsTheStreamOfATicketWhoseLevelWasRaisedAboveTheLogin() {
        var seen = follow(citizen, NOW);
        happens(raise(AssuranceLevel.HIGH));
        assertThat(kinds(seen)).containsExactly("level-raised");
        assertThat(seen).last().isEqualTo(new Closed(Reason.LEVEL_RAISED));
    }

    @Test
    void goesOnWithEverythingElseWhenOneTicketIsRaised() {
        var seen = followAll(citizen);
        happens(raise(AssuranceLevel.HIGH));
        happens(answer(null));
        assertThat(kinds(seen)).containsExactly("level-raised", "message-added", "state-changed");
        assertThat(happened(seen)).allMatch(Happened::withheld);
        assertThat(seen).noneMatch(Closed.class::isInstance);
    }

    @Test
    void goesOnWhenTheLevelIsRaisedToThatOfTheLogin() {
        var seen = follow(citizen, NOW);
        happens(raise(AssuranceLevel.LOW));
        assertThat(seen).noneMatch(Closed.class::isInstance);
        assertThat(happened(seen)).noneMatch(Happened::withheld);
    }

    @Test
    void refusesAStrangersTicketAsUnknown() {
        var stranger = TestCitizens.loggedIn(new CitizenId(ports.ids().next()), AssuranceLevel.HIGH);
        follow.one(stranger, ticket.id(), NOW)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.TicketUnknown()));
    }

    @Test
    void endsWhenTheTokenDoes() {
        var until = ports.clock().instant().plusSeconds(40);
        var brief = TestCitizens.until(id, AssuranceLevel.LOW, until);
        StepVerifier.withVirtualTime(() -> follow.one(brief, ticket.id(), NOW).skip(1))
                .expectNext(new Snapshot(1, ticket))
                .thenAwait(Duration.ofSeconds(39))
                .expectNext(new Heartbeat(), new Heartbeat())
                .thenAwait(Duration.ofSeconds(1))
                .expectNext(new Closed(Reason.TOKEN_EXPIRED))
                .verifyComplete();
    }

    @Test
    void endsAtOnceForATokenThatIsOver() {
        var over = TestCitizens.until(
                id, AssuranceLevel.LOW, ports.clock().instant().minusSeconds(1));
        StepVerifier.withVirtualTime(() -> follow.all(over, NOW).skip(1))
                .expectNext(new Snapshot(1, null))
                .thenAwait(Duration.ZERO)
                .expectNext(new Closed(Reason.TOKEN_EXPIRED))
                .verifyComplete();
    }

    @Test
    void endsWithinFiveSecondsOfARevocation() {
        var guest = TestCitizens.guest(id, new GuestSession(ports.ids().next()));
        StepVerifier.withVirtualTime(() -> follow.one(guest, ticket.id(), NOW).skip(1))
                .expectNext(new Snapshot(1, ticket))
                .thenAwait(Duration.ofSeconds(16))
                .expectNext(new Heartbeat())
                .then(() -> lost.set(Reason.REVOKED))
                .thenAwait(Duration.ofSeconds(5))
                .expectNext(new Closed(Reason.REVOKED))
                .verifyComplete();
    }

    private FollowTickets following(UnaryOperator<Mono<Long>> head) {
        var feeds = new HeadWatchedFeeds(ports.feeds(), head);
        var access = new Access(ports.tickets());
        return new FollowTickets(
                new LiveFeed(feeds, followers), feeds, access, _ -> Mono.fromSupplier(lost::get), ports.clock());
    }

    private List<LiveEvent> follow(Citizen who, Resumption resumption) {
        return received(follow.one(who, ticket.id(), resumption).skip(1));
    }

    private List<LiveEvent> followAll(Citizen who) {
        return received(follow.all(who, NOW).skip(1));
    }

    /** Grows while the stream goes on. */
    private static List<LiveEvent> received(Flux<LiveEvent> stream) {
        List<LiveEvent> seen = new CopyOnWriteArrayList<>();
        stream.doOnNext(seen::add).subscribe(TestSubscriber.create());
        return seen;
    }

    private void happens(Decision decision) {
        ports.unitOfWork()
                .commit(() -> ports.tickets()
                        .hold(ticket.id())
                        .map(decision::on)
                        .flatMap(step ->
                                ports.tickets().change(step.after()).then(journal.record(ticket.id(), step.events()))))
                .as(StepVerifier::create)
                .verifyComplete();
        followers.wake(List.of(id));
    }

    private Decision answer(AssuranceLevel level) {
        Message message = level == null
                ? TestMessages.toCitizen(ports.ids().next(), ticket.id())
                : TestMessages.toCitizenDemanding(ports.ids().next(), ticket.id(), level);
        return t -> t.answer(message, ports.clock().instant());
    }

    private Decision raise(AssuranceLevel level) {
        var change = new TicketChange(null, null, Priority.HIGH, null, level, FieldEdits.NONE);
        return t -> t.change(change, TestQueues.gardening(), ports.clock().instant());
    }

    private static List<Happened> happened(List<LiveEvent> events) {
        return events.stream()
                .filter(Happened.class::isInstance)
                .map(Happened.class::cast)
                .toList();
    }

    private static List<String> kinds(List<LiveEvent> events) {
        return happened(events).stream()
                .map(Happened::event)
                .map(TicketEvent::kind)
                .toList();
    }

    @FunctionalInterface
    private interface Decision {
        Ticket.Step on(Ticket ticket);
    }
}
