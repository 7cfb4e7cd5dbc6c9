package de.stadttor.chats;

import de.stadttor.people.Caseworker;
import de.stadttor.people.Caseworker.Role;
import de.stadttor.privacy.Audit;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How things stand, as operators and team leads see it. */
public final class OperatorView {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Whoever had a chat that another node has taken from them is not always known here. */
    private static final Duration AT_LATEST = Duration.ofSeconds(10);

    private static final int MOST_SHOWN = 100;

    private final Chats chats;
    private final Operators operators;
    private final Tickets tickets;
    private final Audit audit;
    private final ChatWakes wakes;
    private final Clock clock;

    public OperatorView(Chats chats, Operators operators, Tickets tickets, Audit audit, ChatWakes wakes, Clock clock) {
        this.chats = chats;
        this.operators = operators;
        this.tickets = tickets;
        this.audit = audit;
        this.wakes = wakes;
        this.clock = clock;
    }

    /**
     * The operator with the chats that they have or are offered; now, and again whenever that has changed, at the
     * latest after {@link #AT_LATEST}.
     */
    public Flux<Desk> watch(String subject) {
        return whenever(
                Flux.merge(wakes.ofOperator(subject), Flux.interval(AT_LATEST).onBackpressureDrop()),
                () -> Mono.zip(
                        operators.find(subject), chats.ofOperator(subject).collectList(), Desk::new));
    }

    /** What goes on in a queue; now, and again whenever that has changed. Refused for who leads no team there. */
    public Flux<Overview> overview(Caseworker caseworker, String queue) {
        return leads(caseworker) && caseworker.worksOn(queue)
                ? whenever(wakes.ofDesk(), () -> overview(queue))
                : Flux.error(() -> new Refused(new Refusal.NotAllowed()));
    }

    /** Whether they may watch queues. */
    public static boolean leads(Caseworker caseworker) {
        return caseworker.roles().contains(Role.TEAMLEAD);
    }

    /** A chat as it stands, whoever has it now. */
    public Mono<Chat> find(ChatId chat) {
        return chats.find(chat);
    }

    /** Whether the citizen is connected, as far as anybody knows. */
    public Mono<Boolean> isCitizenHere(ChatId chat) {
        return chats.seenAt(chat).map(seen -> seen.plus(Operator.PRESENT).isAfter(clock.instant()));
    }

    /** The ticket of a chat that is theirs, once it is on record that they look at it and at what is said. */
    public Mono<Ticket> ticket(Caseworker caseworker, TicketId ticket) {
        return audit.read(caseworker, Audit.Subject.of("ticket", ticket)).then(tickets.find(ticket));
    }

    private static <T> Flux<T> whenever(Flux<?> woken, Supplier<Mono<T>> look) {
        return woken.map(_ -> true)
                .startWith(true)
                .onBackpressureLatest()
                .concatMap(_ -> look.get().concatWith(Mono.delay(PAUSE).then(Mono.empty())), 1)
                .distinctUntilChanged();
    }

    private Mono<Overview> overview(String queue) {
        return Mono.zip(
                        chats.waiting(queue, MOST_SHOWN).collectList(),
                        chats.running(queue, MOST_SHOWN).collectList(),
                        busy(queue).collectList())
                .map(all -> new Overview(queue, all.getT1(), all.getT2(), all.getT3()));
    }

    private Flux<Busy> busy(String queue) {
        return chats.loads()
                .flatMapMany(loads -> operators
                        .presentSince(clock.instant().minus(Operator.PRESENT))
                        .filter(operator -> operator.worksOn(queue))
                        .map(operator -> new Busy(
                                operator.subject(),
                                operator.name(),
                                operator.available(),
                                operator.capacity(),
                                loads.getOrDefault(operator.subject(), 0))));
    }

    /** @param chats that they have or are offered */
    public record Desk(Operator operator, List<Chat> chats) {

        public Desk {
            chats = List.copyOf(chats);
        }
    }

    /** What goes on in a queue. */
    public record Overview(String queue, List<Chat> waiting, List<Chat> running, List<Busy> operators) {

        public Overview {
            waiting = List.copyOf(waiting);
            running = List.copyOf(running);
            operators = List.copyOf(operators);
        }
    }

    /**
     * An operator who is there.
     *
     * @param busy chats taken or offered
     */
    public record Busy(String subject, String name, boolean available, int capacity, int busy) {}
}
