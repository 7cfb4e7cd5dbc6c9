package de.stadttor.desk.chats;

import de.stadttor.chats.Chat;
import de.stadttor.chats.ChatId;
import de.stadttor.desk.chats.ToOperator.Acknowledged;
import de.stadttor.desk.chats.ToOperator.Closed;
import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Refused;
import de.stadttor.web.Language;
import de.stadttor.web.sockets.FrameLimit;
import de.stadttor.web.sockets.FrameRefused;
import de.stadttor.web.sockets.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One connection of an operator's window: answers frames in their order, and tells what happens meanwhile. */
final class OperatorConnection {

    private final OperatorServices services;
    private final Language language;
    private final FrameLimit limit;
    private final Sinks.One<Workplace> taken = Sinks.one();
    private volatile @Nullable Workplace workplace;

    OperatorConnection(OperatorServices services, Language language, FrameLimit limit) {
        this.services = services;
        this.language = language;
        this.limit = limit;
    }

    Flux<ToOperator> converse(Flux<String> texts) {
        Sinks.Empty<Void> gone = Sinks.empty();
        Flux<ToOperator> answers = texts.concatMap(this::answer, 1).doFinally(_ -> gone.tryEmitEmpty());
        Flux<ToOperator> told =
                taken.asMono().flatMapMany(services.telling()::tell).takeUntilOther(gone.asMono());
        Flux<ToOperator> late = services.firstWord()
                .<ToOperator>awaited(Mono.firstWithSignal(taken.asMono(), gone.asMono()), new Closed(null, "late"))
                .flux();
        return Flux.merge(answers, told, late);
    }

    /** Instead of a conversation. */
    Flux<ToOperator> refuse(String code) {
        return Flux.just(refused(new FrameRefused(code), null), new Closed(null, "refused"));
    }

    private Flux<ToOperator> answer(String text) {
        return Flux.defer(() -> {
                    boolean allowed = limit.take();
                    if (limit.isFlooded()) {
                        return Flux.just(new Closed(null, "flood"));
                    }
                    OperatorFrame frame = services.frames().read(text);
                    Flux<ToOperator> answers =
                            allowed ? dispatch(frame) : Flux.error(() -> new FrameRefused("too-fast"));
                    return answers.onErrorResume(failure -> Mono.just(refused(failure, frame)));
                })
                .onErrorResume(failure -> Mono.just(refused(failure, null)));
    }

    private Flux<ToOperator> dispatch(OperatorFrame frame) {
        Workplace mine = workplace;
        if (frame instanceof OperatorFrame.Authenticate authenticate) {
            return mine == null ? arrive(authenticate) : again(mine, authenticate.token());
        }
        if (frame instanceof OperatorFrame.Ping) {
            return Flux.just(new ToOperator.Pong());
        }
        return mine == null ? Flux.error(() -> new FrameRefused("unexpected")) : within(mine, frame);
    }

    private Flux<ToOperator> within(Workplace mine, OperatorFrame frame) {
        Caseworker me = mine.caseworker();
        return switch (frame) {
            case OperatorFrame.Presence(var state, var capacity) ->
                services.desk()
                        .declare(me, state.equals(OperatorFrame.Presence.AVAILABLE), capacity)
                        .thenMany(Flux.empty());
            case OperatorFrame.Accept(var chat) ->
                services.seats().accept(me, ChatId.of(chat)).thenMany(Flux.empty());
            case OperatorFrame.Decline(var chat) ->
                services.seats().decline(me, ChatId.of(chat)).thenMany(Flux.empty());
            case OperatorFrame.Write write -> write(mine, write);
            case OperatorFrame.Typing typing -> sign(me, typing).thenMany(Flux.empty());
            case OperatorFrame.Read(var chat, var position) ->
                services.desk().read(me, ChatId.of(chat), position).thenMany(Flux.empty());
            case OperatorFrame.Transfer transfer -> transfer(me, transfer).thenMany(Flux.empty());
            case OperatorFrame.Close(var chat) ->
                services.desk().close(me, ChatId.of(chat)).thenMany(Flux.empty());
            case OperatorFrame.Watch(var queue) -> watch(mine, queue);
            case OperatorFrame.Authenticate _, OperatorFrame.Ping _ -> Flux.empty();
        };
    }

    /** Whether somebody is writing counts only in a chat of their own. */
    private Mono<Chat> sign(Caseworker me, OperatorFrame.Typing typing) {
        return services.desk()
                .mine(me, ChatId.of(typing.chat()))
                .doOnNext(chat -> services.typing().tell(chat.id(), false, typing.on()));
    }

    private Flux<ToOperator> arrive(OperatorFrame.Authenticate authenticate) {
        return services.callers()
                .caseworker(authenticate.token())
                .switchIfEmpty(Mono.error(() -> new FrameRefused("token-refused")))
                .delayUntil(caller -> services.desk().arrive(caller.caseworker()))
                .flatMapMany(caller -> {
                    var mine = new Workplace(caller, authenticate.seen());
                    workplace = mine;
                    taken.tryEmitValue(mine);
                    return Flux.<ToOperator>empty();
                })
                .onErrorResume(AuthenticationException.class, failure -> goodbye(failure, authenticate))
                .onErrorResume(FrameRefused.class, failure -> goodbye(failure, authenticate))
                .onErrorResume(Refused.class, failure -> goodbye(failure, authenticate));
    }

    /** Who is not let in has one try. */
    private Flux<ToOperator> goodbye(Throwable failure, OperatorFrame.Authenticate authenticate) {
        return Flux.just(refused(failure, authenticate), new Closed(null, "refused"));
    }

    /** The token may say other rights than the former one; without those of an operator nothing goes on. */
    private Flux<ToOperator> again(Workplace mine, String token) {
        return services.callers()
                .caseworker(token)
                .filter(caller ->
                        caller.caseworker().subject().equals(mine.caseworker().subject()))
                .switchIfEmpty(Mono.error(() -> new FrameRefused("token-refused")))
                .delayUntil(caller -> services.desk().arrive(caller.caseworker()))
                .doOnNext(mine::renew)
                .thenMany(Flux.<ToOperator>empty())
                .onErrorResume(Refused.class, _ -> Flux.just(new Closed(null, "revoked")));
    }

    private Flux<ToOperator> write(Workplace mine, OperatorFrame.Write write) {
        String plain = PlainText.of(write.text());
        if (plain.isBlank()) {
            return Flux.error(() -> new FrameRefused("invalid"));
        }
        ChatId chat = ChatId.of(write.chat());
        return services.desk()
                .say(mine.caseworker(), chat, write.clientId(), plain, mine.told(chat))
                .<ToOperator>map(said -> new Acknowledged(write.chat(), write.clientId(), said.position(), said.at()))
                .flux();
    }

    private Mono<Void> transfer(Caseworker me, OperatorFrame.Transfer transfer) {
        ChatId chat = ChatId.of(transfer.chat());
        String operator = transfer.to().operator();
        String queue = transfer.to().queue();
        if (operator != null) {
            return services.seats().handTo(me, chat, operator);
        }
        return queue == null
                ? Mono.error(() -> new FrameRefused("bad-frame"))
                : services.seats().moveTo(me, chat, queue);
    }

    private Flux<ToOperator> watch(Workplace mine, @Nullable String queue) {
        if (queue != null && !services.mayWatch(mine.caseworker(), queue)) {
            return Flux.error(() -> new FrameRefused("not-allowed"));
        }
        mine.watch(queue);
        return Flux.empty();
    }

    private ToOperator refused(Throwable failure, @Nullable OperatorFrame frame) {
        String code = services.codes().of(failure, "unknown-chat");
        String text = services.texts().of(language, "chat.error." + code);
        return frame == null
                ? new ToOperator.Refused(code, text, null, null)
                : new ToOperator.Refused(code, text, frame.clientId(), frame.chat());
    }
}
