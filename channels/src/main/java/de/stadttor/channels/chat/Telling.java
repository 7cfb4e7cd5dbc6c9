package de.stadttor.channels.chat;

import de.stadttor.channels.chat.ToCitizen.Closed;
import de.stadttor.channels.chat.ToCitizen.Reauthenticate;
import de.stadttor.channels.chat.ToCitizen.Written;
import de.stadttor.channels.chat.ToCitizen.WrittenFile;
import de.stadttor.chats.CitizenTalk;
import de.stadttor.chats.CitizenView;
import de.stadttor.chats.CitizenView.Standing;
import de.stadttor.chats.Line;
import de.stadttor.chats.Presence;
import de.stadttor.chats.Typing;
import de.stadttor.people.Citizen;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Direction;
import de.stadttor.web.Language;
import de.stadttor.web.sockets.ErrorCodes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells a citizen's window what happens in the chat that it holds, as fast as it is taken. */
@Component
final class Telling {

    /** A new token is wanted so long before the former one ends. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final Duration LOGIN_CHECK = Duration.ofSeconds(3);

    private final CitizenTalk talk;
    private final CitizenView view;
    private final Presence presence;
    private final Typing typing;
    private final de.stadttor.live.Standing logins;
    private final ChatWords words;
    private final ErrorCodes codes;
    private final StandingFrames frames;
    private final Clock clock;

    Telling(
            CitizenTalk talk,
            CitizenView view,
            Presence presence,
            Typing typing,
            de.stadttor.live.Standing logins,
            ChatWords words,
            ErrorCodes codes,
            Clock clock) {
        this.talk = talk;
        this.view = view;
        this.presence = presence;
        this.typing = typing;
        this.logins = logins;
        this.words = words;
        this.codes = codes;
        this.frames = new StandingFrames(words);
        this.clock = clock;
    }

    /** Until somebody stops listening, or there is a last frame. */
    Flux<ToCitizen> tell(Held held) {
        Flux<ToCitizen> all = Flux.merge(
                happenings(held),
                typing.ofOther(held.chat().id(), true).map(ToCitizen.Typing::new),
                Flux.defer(() -> Farewell.to(held.chat(), clock.instant())),
                held.citizens().switchMap(this::expiry),
                held.citizens().switchMap(this::revocation));
        return presence.whileConnected(held.chat().id(), all)
                .onErrorResume(failure -> Flux.just(new Closed(reason(failure))));
    }

    private String reason(Throwable failure) {
        codes.log(failure);
        return failure instanceof Refused ? "revoked" : "going-away";
    }

    private Flux<ToCitizen> happenings(Held held) {
        Flux<Happening> lines = held.levels()
                .switchMap(level -> talk.follow(held.chat(), held.told(), level))
                .map(Said::new);
        Flux<Happening> standings = view.watch(held.chat()).concatMap(now -> changed(held, now), 1);
        return Flux.merge(lines, standings).concatMap(happening -> told(held, happening), 1);
    }

    /** Before the end is told, everything that was said before it. */
    private Flux<Happening> changed(Held held, Standing now) {
        long connection = held.place().connection();
        List<ToCitizen> news = frames.between(held.stands(now), now, connection);
        Flux<Happening> last = Flux.just(new Changed(news));
        return news.stream().anyMatch(ToCitizen::last)
                ? Flux.concat(
                        Flux.defer(() -> talk.rest(held.chat(), held.told(), held.level()))
                                .map(Said::new),
                        last)
                : last;
    }

    private Flux<ToCitizen> told(Held held, Happening happening) {
        return switch (happening) {
            case Changed(var news) -> Flux.fromIterable(news);
            case Said(var line) ->
                (byCitizen(line) ? held.own().settled() : Mono.<Void>empty())
                        .thenMany(Flux.defer(() -> held.isNews(line) ? Flux.just(written(held, line)) : Flux.empty()));
        };
    }

    private Written written(Held held, Line line) {
        if (line.withheld()) {
            String text = words.withheld(Language.of(held.chat().about().language()));
            return new Written(line.position(), "office", text, line.at(), List.of());
        }
        List<WrittenFile> files = line.message().files().stream()
                .map(file -> new WrittenFile(
                        file.name().value(),
                        file.content().mediaType(),
                        file.content().size()))
                .toList();
        return new Written(
                line.position(),
                byCitizen(line) ? "citizen" : "office",
                line.message().text(),
                line.at(),
                files);
    }

    private static boolean byCitizen(Line line) {
        return line.message().direction() == Direction.FROM_CITIZEN;
    }

    private Flux<ToCitizen> expiry(Citizen citizen) {
        Duration left = Duration.between(clock.instant(), citizen.until());
        return Flux.merge(
                Mono.delay(left.minus(AHEAD)).map(_ -> new Reauthenticate(citizen.until())),
                Mono.delay(left).map(_ -> new Closed("token-expired")));
    }

    private Flux<ToCitizen> revocation(Citizen citizen) {
        return citizen.canBeLost()
                ? Flux.interval(LOGIN_CHECK)
                        .onBackpressureDrop()
                        .concatMap(
                                _ -> logins.lost(citizen).doOnError(codes::log).onErrorComplete(), 1)
                        .next()
                        .<ToCitizen>map(_ -> new Closed("revoked"))
                        .flux()
                : Flux.empty();
    }

    private sealed interface Happening {}

    private record Said(Line line) implements Happening {}

    private record Changed(List<ToCitizen> news) implements Happening {}
}
