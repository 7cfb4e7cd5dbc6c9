package de.stadttor.channels.chat;

import de.stadttor.channels.chat.ToCitizen.Acknowledged;
import de.stadttor.channels.chat.ToCitizen.Closed;
import de.stadttor.web.Language;
import de.stadttor.web.limits.Visitors.Visitor;
import de.stadttor.web.sockets.Frame;
import de.stadttor.web.sockets.FrameLimit;
import de.stadttor.web.sockets.FrameRefused;
import de.stadttor.web.sockets.PlainText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One connection of a citizen's window: answers frames in their order, and tells what happens meanwhile. */
final class CitizenConnection {

    private static final String OPEN_FIRST = "unexpected";

    private final ChatServices services;
    private final Entrance entrance;
    private final Visitor visitor;
    private final FrameLimit limit;
    private final Sinks.One<Held> attached = Sinks.one();
    private volatile @Nullable Held held;
    private volatile Language language = Language.GERMAN;

    CitizenConnection(ChatServices services, Entrance entrance, Visitor visitor, FrameLimit limit) {
        this.services = services;
        this.entrance = entrance;
        this.visitor = visitor;
        this.limit = limit;
    }

    Flux<ToCitizen> converse(Flux<String> texts) {
        Sinks.Empty<Void> gone = Sinks.empty();
        Flux<ToCitizen> answers = texts.concatMap(this::answer, 1).doFinally(_ -> gone.tryEmitEmpty());
        Flux<ToCitizen> told =
                attached.asMono().flatMapMany(services.telling()::tell).takeUntilOther(gone.asMono());
        Flux<ToCitizen> late = services.firstWord()
                .<ToCitizen>awaited(Mono.firstWithSignal(attached.asMono(), gone.asMono()), new Closed("late"))
                .flux();
        return Flux.merge(answers, told, late);
    }

    private Flux<ToCitizen> answer(String text) {
        return Flux.defer(() -> {
                    boolean taken = limit.take();
                    if (limit.isFlooded()) {
                        return Flux.just(new Closed("flood"));
                    }
                    CitizenFrame frame = services.frames().read(text);
                    Flux<ToCitizen> answers = taken ? dispatch(frame) : Flux.error(() -> new FrameRefused("too-fast"));
                    return answers.onErrorResume(failure -> Mono.just(refused(failure, frame)));
                })
                .onErrorResume(failure -> Mono.just(refused(failure, null)));
    }

    private Flux<ToCitizen> dispatch(CitizenFrame frame) {
        Held holding = held;
        return switch (frame) {
            case CitizenFrame.Ping _ -> Flux.just(new ToCitizen.Pong());
            case CitizenFrame.Open open -> holding == null ? open(open) : unexpected();
            case CitizenFrame.Resume resume -> holding == null ? resume(resume) : unexpected();
            case CitizenFrame.Keep _,
                    CitizenFrame.Authenticate _,
                    CitizenFrame.Write _,
                    CitizenFrame.Typing _,
                    CitizenFrame.Read _,
                    CitizenFrame.File _,
                    CitizenFrame.Close _,
                    CitizenFrame.Rate _,
                    CitizenFrame.Transcript _ -> holding == null ? unexpected() : within(holding, frame);
        };
    }

    private Flux<ToCitizen> within(Held holding, CitizenFrame frame) {
        return switch (frame) {
            case CitizenFrame.Write(var clientId, var text) -> write(holding, clientId, text);
            case CitizenFrame.File file ->
                services.files().invite(holding.place(), file, visitor).flux();
            case CitizenFrame.Typing(var on) ->
                done(() -> services.typing().tell(holding.chat().id(), true, on));
            case CitizenFrame.Read(var position) ->
                services.talk()
                        .read(holding.place(), position, holding.citizen())
                        .thenMany(Flux.empty());
            case CitizenFrame.Keep _ -> services.keep(holding.place()).thenMany(Flux.empty());
            case CitizenFrame.Close _ -> services.talk().close(holding.place()).thenMany(Flux.empty());
            case CitizenFrame.Rate(var stars, var comment) ->
                services.talk()
                        .rate(holding.place(), stars, comment == null ? null : PlainText.of(comment))
                        .thenMany(Flux.just(new ToCitizen.Rated()));
            case CitizenFrame.Transcript _ ->
                services.talk().mail(holding.place()).thenMany(Flux.just(new ToCitizen.TranscriptPromised()));
            case CitizenFrame.Authenticate(var token) ->
                entrance.again(holding, token).thenMany(Flux.empty());
            case CitizenFrame.Open _, CitizenFrame.Resume _, CitizenFrame.Ping _ -> unexpected();
        };
    }

    private Flux<ToCitizen> open(CitizenFrame.Open open) {
        language = Language.of(Objects.requireNonNullElse(open.language(), Language.GERMAN.code()));
        return entrance.open(open, visitor).flatMapMany(entered -> entered(entered));
    }

    private Flux<ToCitizen> resume(CitizenFrame.Resume resume) {
        return entrance.resume(resume, visitor).flatMapMany(entered -> {
            language = Language.of(entered.held().chat().about().language());
            return entered(entered);
        });
    }

    /** Nothing is told before the answer has gone. */
    private Flux<ToCitizen> entered(Entrance.Entered entered) {
        held = entered.held();
        List<ToCitizen> first = entered.frames();
        return Flux.concat(Flux.fromIterable(first), done(() -> {
            if (first.stream().noneMatch(Frame::last)) {
                attached.tryEmitValue(entered.held());
            }
        }));
    }

    private Flux<ToCitizen> write(Held holding, String clientId, String text) {
        String plain = PlainText.of(text);
        if (plain.isBlank()) {
            return Flux.error(() -> new FrameRefused("invalid"));
        }
        return writes(holding)
                .then(Mono.defer(() -> holding.own()
                        .whileWriting(services.talk()
                                .say(holding.place(), clientId, plain, List.of(), holding.told())
                                .doOnNext(said -> holding.own().wrote(said.position())))))
                .<ToCitizen>map(said -> new Acknowledged(clientId, said.position(), said.at()))
                .flux();
    }

    /** Whether one more message is taken from this address. */
    private Mono<Void> writes(Held holding) {
        return services.limits().mayWrite(visitor)
                ? services.sites().admit(holding.chat().queue(), visitor)
                : Mono.error(() -> new FrameRefused("too-many"));
    }

    private ToCitizen refused(Throwable failure, @Nullable CitizenFrame frame) {
        String code = services.codes().of(failure, unknown(frame));
        return new ToCitizen.Refused(
                code, services.words().refused(language, code), frame == null ? null : frame.clientId());
    }

    private static String unknown(@Nullable CitizenFrame frame) {
        return frame instanceof CitizenFrame.Open ? "unknown-queue" : "resume-refused";
    }

    private static Flux<ToCitizen> unexpected() {
        return Flux.error(() -> new FrameRefused(OPEN_FIRST));
    }

    private static Flux<ToCitizen> done(Runnable deed) {
        return Mono.<ToCitizen>fromRunnable(deed).flux();
    }
}
