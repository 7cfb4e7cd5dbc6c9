package de.stadttor.wiring;

import de.stadttor.chats.Availabilities;
import de.stadttor.chats.CannedReplies;
import de.stadttor.chats.ChatAdministration;
import de.stadttor.chats.ChatDoor;
import de.stadttor.chats.ChatLines;
import de.stadttor.chats.ChatReturn;
import de.stadttor.chats.ChatRounds;
import de.stadttor.chats.ChatRulebook;
import de.stadttor.chats.ChatWakes;
import de.stadttor.chats.Chats;
import de.stadttor.chats.CitizenTalk;
import de.stadttor.chats.CitizenView;
import de.stadttor.chats.FollowingTickets;
import de.stadttor.chats.Offers;
import de.stadttor.chats.OperatorDesk;
import de.stadttor.chats.OperatorView;
import de.stadttor.chats.Operators;
import de.stadttor.chats.Presence;
import de.stadttor.chats.Seats;
import de.stadttor.chats.SharedTime;
import de.stadttor.chats.TalkedAbout;
import de.stadttor.chats.Typing;
import de.stadttor.chats.Unheard;
import de.stadttor.events.Feeds;
import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.guests.AccessLinks;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.intake.Intake;
import de.stadttor.live.Followers;
import de.stadttor.live.LiveFeed;
import de.stadttor.outbox.LiveConversations;
import de.stadttor.outbox.Outbox;
import de.stadttor.people.CitizenData;
import de.stadttor.people.ConfirmedAddresses;
import de.stadttor.privacy.Audit;
import de.stadttor.reactions.Claims;
import de.stadttor.reactions.Worker;
import de.stadttor.ticketing.Casebook;
import de.stadttor.ticketing.Evidence;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Queues;
import de.stadttor.ticketing.Tickets;
import de.stadttor.web.limits.Network;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class ChatWiring {

    private static final Logger LOG = LoggerFactory.getLogger(ChatWiring.class);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
    private static final int LANES = 1;
    private static final Duration HOUR = Duration.ofHours(1);

    /** What was said stays at the ticket; of the chat itself nobody asks any more. */
    private static final Duration FORGOTTEN = Duration.ofDays(180);

    @Bean
    ChatWakes chatWakes(Chats chats, SharedTime time) {
        return new ChatWakes(chats, time.clock());
    }

    @Bean
    Typing typing() {
        return new Typing();
    }

    @Bean
    LiveConversations liveConversations(Chats chats, Feeds feeds) {
        return new TalkedAbout(chats, feeds);
    }

    @Bean
    Availabilities availabilities(
            Queues queues, ChatRulebook rulebook, Chats chats, Operators operators, SharedTime time) {
        return new Availabilities(queues, rulebook, chats, operators, time.clock());
    }

    @Bean
    ChatLines chatLines(Feeds feeds, Followers followers, Tickets tickets, Messages messages) {
        return new ChatLines(new LiveFeed(feeds, followers), feeds, tickets, messages);
    }

    @Bean
    ChatDoor chatDoor(
            Availabilities availabilities,
            Chats chats,
            Intake intake,
            Tickets tickets,
            Feeds feeds,
            AccessLinks links,
            OnceOnly once,
            UnitOfWork unitOfWork,
            ChatWakes wakes,
            Ids ids,
            SharedTime time) {
        return new ChatDoor(
                availabilities,
                chats,
                intake,
                tickets,
                feeds,
                links,
                once,
                unitOfWork,
                wakes,
                new SecureRandom(),
                ids,
                time.clock());
    }

    @Bean
    ChatReturn chatReturn(Chats chats, Feeds feeds, UnitOfWork unitOfWork, ChatWakes wakes, SharedTime time) {
        return new ChatReturn(chats, feeds, unitOfWork, wakes, new SecureRandom(), time.clock());
    }

    @Bean
    Unheard unheard(Feeds feeds, Tickets tickets, Outbox outbox, Ids ids) {
        return new Unheard(feeds, tickets, outbox, ids);
    }

    @Bean
    CitizenTalk citizenTalk(
            Chats chats,
            ChatLines lines,
            Intake intake,
            Tickets tickets,
            Casebook casebook,
            Evidence evidence,
            CitizenData data,
            Unheard unheard,
            UnitOfWork unitOfWork,
            ChatWakes wakes,
            Ids ids,
            SharedTime time) {
        return new CitizenTalk(
                chats,
                lines,
                intake,
                tickets,
                casebook,
                evidence,
                new ConfirmedAddresses(data),
                unheard,
                unitOfWork,
                wakes,
                ids,
                time.clock());
    }

    @Bean
    CitizenView citizenView(Chats chats, Queues queues, ChatWakes wakes) {
        return new CitizenView(chats, queues, wakes);
    }

    @Bean
    Presence presence(Operators operators, Chats chats, ChatWakes wakes, SharedTime time) {
        return new Presence(operators, chats, wakes, time.clock());
    }

    @Bean
    Seats seats(
            Chats chats,
            Operators operators,
            Tickets tickets,
            Casebook casebook,
            UnitOfWork unitOfWork,
            ChatWakes wakes,
            SharedTime time) {
        return new Seats(chats, operators, tickets, casebook, unitOfWork, wakes, time.clock());
    }

    @Bean
    OperatorDesk operatorDesk(
            Chats chats,
            ChatLines lines,
            Tickets tickets,
            Casebook casebook,
            Unheard unheard,
            UnitOfWork unitOfWork,
            OnceOnly once,
            Presence presence,
            ChatWakes wakes,
            Ids ids,
            SharedTime time) {
        return new OperatorDesk(
                chats, lines, tickets, casebook, unheard, unitOfWork, once, presence, wakes, ids, time.clock());
    }

    @Bean
    OperatorView operatorView(
            Chats chats, Operators operators, Tickets tickets, Audit audit, ChatWakes wakes, SharedTime time) {
        return new OperatorView(chats, operators, tickets, audit, wakes, time.clock());
    }

    @Bean
    ChatAdministration chatAdministration(ChatRulebook rulebook, CannedReplies replies, Queues queues) {
        return new ChatAdministration(
                rulebook, replies, queues, written -> Network.of(written).isPresent());
    }

    @Bean
    FollowingTickets followingTickets(Chats chats, Tickets tickets) {
        return new FollowingTickets(chats, tickets);
    }

    @Bean
    Running chatsThatFollowTickets(
            Claims claims,
            UnitOfWork unitOfWork,
            FollowingTickets following,
            Wakeups wakeups,
            Ids ids,
            @Value("${stadttor.reactions.lease}") Duration leaseTime) {
        var lease = new Worker.Lease(ids.next().toString(), leaseTime, LANES);
        var worker = new Worker(claims, unitOfWork, following, lease);
        return Running.beside("chats that follow tickets", worker.run(wakeups.of(following.name()), POLL));
    }

    /** Beneath everything that writes down when somebody was there. */
    @Bean
    Running chatTime(SharedTime time) {
        return Running.beneath("time of chats", time.every(SIGN_OF_LIFE, repeated("The look at the common clock")));
    }

    @Bean
    Running chatWakeUps(ChatWakes wakes) {
        return Running.beside("chats of other nodes", wakes.every(POLL, repeated("The look for chats of other nodes")));
    }

    @Bean
    Running chatPresence(Presence presence) {
        return Running.beside("who is in chats", presence.every(SIGN_OF_LIFE, repeated("The signs of life of chats")));
    }

    @Bean
    Running chatOffers(Chats chats, Operators operators, Seats seats, ChatWakes wakes, SharedTime time) {
        var offers = new Offers(chats, operators, seats, wakes, time.clock());
        return Running.beside("offered chats", offers.every(POLL, repeated("Offers of chats")));
    }

    @Bean
    Running chatRounds(
            Chats chats,
            Operators operators,
            ChatRulebook rulebook,
            Tickets tickets,
            Seats seats,
            Unheard unheard,
            UnitOfWork unitOfWork,
            ChatWakes wakes,
            SharedTime time) {
        var rounds = new ChatRounds(
                chats,
                operators,
                rulebook,
                tickets,
                seats,
                unheard,
                unitOfWork,
                wakes,
                repeated("The rules of chats"),
                time.clock());
        return Running.beside("rules of chats", rounds.every(ROUND));
    }

    /** Forgets chats whose time is over. */
    @Bean
    Running chatHousekeeper(Chats chats, SharedTime time) {
        Flux<Long> rounds = Flux.interval(HOUR)
                .onBackpressureDrop()
                .concatMap(
                        _ -> chats.expire(time.clock().instant().minus(FORGOTTEN))
                                .doOnError(failure -> LOG.warn("Old chats will be forgotten within the hour", failure))
                                .onErrorComplete(),
                        1);
        return Running.beside("old chats", rounds);
    }

    /** What is done again and again may fail once. */
    private static Consumer<Throwable> repeated(String what) {
        return failure -> LOG.warn("{} will be tried again in a moment", what, failure);
    }
}
