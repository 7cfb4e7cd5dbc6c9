package de.stadttor.desk.chats;

import de.stadttor.chats.Chat;
import de.stadttor.chats.ChatId;
import de.stadttor.chats.OperatorDesk;
import de.stadttor.chats.OperatorView;
import de.stadttor.chats.Stage;
import de.stadttor.chats.Typing;
import de.stadttor.desk.chats.ToOperator.Closed;
import de.stadttor.desk.chats.ToOperator.Read;
import de.stadttor.desk.chats.ToOperator.Reauthenticate;
import de.stadttor.desk.chats.ToOperator.Transferred;
import de.stadttor.desk.chats.ToOperator.Withdrawn;
import de.stadttor.desk.chats.Workplace.News;
import de.stadttor.people.Caseworker;
import de.stadttor.web.callers.SocketCallers.DeskCaller;
import de.stadttor.web.sockets.ErrorCodes;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells an operator's window what happens, as fast as it is taken. */
@Component
final class OperatorTelling {

    /** A new token is wanted so long before the former one ends. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final int MOST_CHATS = 64;

    private final OperatorDesk desk;
    private final OperatorView view;
    private final Typing typing;
    private final ErrorCodes codes;
    private final Clock clock;

    OperatorTelling(OperatorDesk desk, OperatorView view, Typing typing, ErrorCodes codes, Clock clock) {
        this.desk = desk;
        this.view = view;
        this.typing = typing;
        this.codes = codes;
        this.clock = clock;
    }

    /** Until somebody stops listening, or there is a last frame. */
    Flux<ToOperator> tell(Workplace workplace) {
        Flux<ToOperator> news = view.watch(workplace.caseworker().subject())
                .concatMapIterable(workplace::compare)
                .flatMap(each -> told(workplace, each), MOST_CHATS);
        Flux<ToOperator> overview = Flux.combineLatest(
                        workplace.watched(),
                        workplace.callers(),
                        (queue, caller) -> queue.filter(key -> mayWatch(caller.caseworker(), key))
                                .map(key -> view.overview(caller.caseworker(), key)))
                .switchMap(watched -> watched.orElse(Flux.empty()))
                .map(DeskFrames::overview);
        return desk.whilePresent(
                        workplace.caseworker(),
                        Flux.merge(news, overview, workplace.callers().switchMap(this::expiry)))
                .doOnError(codes::log)
                .onErrorResume(_ -> Flux.just(new Closed(null, "going-away")));
    }

    /** Whoever watches goes on as their newest token allows. */
    static boolean mayWatch(Caseworker caseworker, String queue) {
        return OperatorView.leads(caseworker) && caseworker.worksOn(queue);
    }

    private Flux<ToOperator> told(Workplace workplace, News news) {
        return switch (news) {
            case News.Known(var operator) -> Flux.just(DeskFrames.known(operator, workplace.caseworker()));
            case News.Offered(var chat, var offer) -> Flux.just(DeskFrames.offered(chat, offer));
            case News.Withdrawn(var chat) -> Flux.just(new Withdrawn(chat.id().toString()));
            case News.Read(var chat) ->
                Flux.just(new Read(chat.id().toString(), chat.seen().citizen()));
            case News.Assigned(var chat) -> assigned(workplace, chat);
            case News.Gone(var chat) -> gone(workplace, chat);
            case News.Returned(var gone, var offered) ->
                gone(workplace, gone.chat()).concatWith(told(workplace, offered));
        };
    }

    private Flux<ToOperator> assigned(Workplace workplace, Chat chat) {
        Flux<ToOperator> said = desk.follow(chat, workplace.told(chat.id()))
                .doOnNext(line -> workplace.told(chat.id(), line.position()))
                .map(line -> DeskFrames.written(chat, line));
        Flux<ToOperator> signs = typing.ofOther(chat.id(), false)
                .map(on -> new ToOperator.Typing(chat.id().toString(), on));
        return view.ticket(workplace.caseworker(), chat.about().ticket())
                .zipWith(view.isCitizenHere(chat.id()), (ticket, here) -> DeskFrames.assigned(chat, ticket, here))
                .cast(ToOperator.class)
                .concatWith(Flux.merge(said, signs))
                .takeUntilOther(workplace.untilGone(chat.id()));
    }

    /** Before the end is told, everything that was said before it. */
    private Flux<ToOperator> gone(Workplace workplace, Chat chat) {
        ChatId id = chat.id();
        return desk.rest(chat, workplace.told(id))
                .doOnNext(line -> workplace.told(id, line.position()))
                .<ToOperator>map(line -> DeskFrames.written(chat, line))
                .concatWith(view.find(id)
                        .<ToOperator>map(now -> now.stage() instanceof Stage.Over over
                                ? new Closed(id.toString(), over.ending().code())
                                : new Transferred(id.toString())));
    }

    private Flux<ToOperator> expiry(DeskCaller caller) {
        Duration left = Duration.between(clock.instant(), caller.until());
        return Flux.merge(
                Mono.delay(left.minus(AHEAD)).map(_ -> new Reauthenticate(caller.until())),
                Mono.delay(left).map(_ -> new Closed(null, "token-expired")));
    }
}
