package de.stadttor.chats;

import de.stadttor.InMemoryPorts;
import de.stadttor.events.UnitOfWork;
import de.stadttor.guests.AccessLinks;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.intake.Intake;
import de.stadttor.intake.TestIntake;
import de.stadttor.live.Followers;
import de.stadttor.live.LiveFeed;
import de.stadttor.outbox.RecordedReturns;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Citizen;
import de.stadttor.people.ConfirmedAddresses;
import de.stadttor.ticketing.Casebook;
import de.stadttor.ticketing.InMemoryQueues;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.TestQueues;
import de.stadttor.ticketing.TestTickets;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** An office that chats, in memory: open on all days, two may wait. */
final class TestOffice {

    static final String QUEUE = TestTickets.QUEUE;

    final InMemoryPorts ports = InMemoryPorts.fresh();
    final ChatWakes wakes = new ChatWakes(ports.chats(), ports.clock());
    final Presence presence = new Presence(ports.operators(), ports.chats(), wakes, ports.clock());
    final Availabilities availabilities;
    final Map<MessageId, AssuranceLevel> delivered = new LinkedHashMap<>();
    final Casebook casebook;
    final ChatLines lines;
    final ChatDoor door;
    final ChatReturn returns;
    final CitizenTalk talk;
    final OperatorDesk desk;
    final Seats seats;
    final Unheard unheard;
    final Offers offers;
    final ChatRounds rounds;
    final List<Throwable> failures = new ArrayList<>();

    TestOffice() {
        var queues = new InMemoryQueues(TestQueues.gardening(), TestQueues.animals());
        AccessLinks links = TestIntake.links(ports);
        Intake intake = TestIntake.open(ports, links, new RecordedReturns());
        var journal = new Journal(ports.log(), ports.tickets(), _ -> Set.of());
        casebook = new Casebook(ports.tickets(), ports.messages(), queues, journal, ports.clock());
        var once = new OnceOnly(ports.requestKeys());
        var live = new LiveFeed(ports.feeds(), new Followers());
        var random = new SecureRandom();
        availabilities =
                new Availabilities(queues, ports.chatRulebook(), ports.chats(), ports.operators(), ports.clock());
        lines = new ChatLines(live, ports.feeds(), ports.tickets(), ports.messages());
        door = new ChatDoor(
                availabilities,
                ports.chats(),
                intake,
                ports.tickets(),
                ports.feeds(),
                links,
                once,
                ports.unitOfWork(),
                wakes,
                random,
                ports.ids(),
                ports.clock());
        unheard = new Unheard(ports.feeds(), ports.tickets(), ports.outbox(), ports.ids());
        returns = new ChatReturn(ports.chats(), ports.feeds(), ports.unitOfWork(), wakes, random, ports.clock());
        talk = new CitizenTalk(
                ports.chats(),
                lines,
                intake,
                ports.tickets(),
                casebook,
                this::delivered,
                new ConfirmedAddresses(ports.citizenData()),
                unheard,
                ports.unitOfWork(),
                wakes,
                ports.ids(),
                ports.clock());
        seats = new Seats(
                ports.chats(), ports.operators(), ports.tickets(), casebook, ports.unitOfWork(), wakes, ports.clock());
        desk = new OperatorDesk(
                ports.chats(),
                lines,
                ports.tickets(),
                casebook,
                unheard,
                ports.unitOfWork(),
                once,
                presence,
                wakes,
                ports.ids(),
                ports.clock());
        offers = new Offers(ports.chats(), ports.operators(), seats, wakes, ports.clock());
        rounds = rounds(ports.unitOfWork());
        chats(QUEUE);
        chats("tiere");
    }

    private Mono<Void> delivered(Citizen citizen, Collection<MessageId> messages) {
        return Mono.fromRunnable(() -> messages.forEach(message -> delivered.putIfAbsent(message, citizen.level())));
    }

    ChatRounds rounds(UnitOfWork unitOfWork) {
        return new ChatRounds(
                ports.chats(),
                ports.operators(),
                ports.chatRulebook(),
                ports.tickets(),
                seats,
                unheard,
                unitOfWork,
                wakes,
                failures::add,
                ports.clock());
    }

    private void chats(String queue) {
        var hours = new OpeningHours(
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new OpeningHours.Hours(day, LocalTime.MIDNIGHT, null))
                        .toList(),
                Set.of());
        ports.chatRulebook().put(TestChats.settings(queue, hours)).block();
    }

    static Caseworker caseworker(String subject) {
        return new Caseworker(subject, subject, Set.of(Caseworker.Role.CASEWORKER), Set.of(QUEUE));
    }

    /** Somebody who is there and available. */
    Caseworker operator(String subject, int capacity) {
        Caseworker caseworker = caseworker(subject);
        desk.arrive(caseworker).then(desk.declare(caseworker, true, capacity)).block();
        return caseworker;
    }

    /** A stranger's, with work of their own. */
    static Opening opening(String text) {
        String id = UUID.randomUUID().toString();
        return new Opening(id, QUEUE, "de", "Erika", null, null, text, "proof " + id, null);
    }

    ChatDoor.Opened opened(String text) {
        return door.open(opening(text)).block();
    }

    Chat now(Chat chat) {
        return ports.chats().find(chat.id()).block();
    }
}
