package de.stadttor.channels.chat;

import de.stadttor.channels.chat.ToCitizen.Closed;
import de.stadttor.channels.chat.ToCitizen.Opened;
import de.stadttor.channels.chat.ToCitizen.Resumed;
import de.stadttor.channels.chat.ToCitizen.Unattended;
import de.stadttor.chats.Availability;
import de.stadttor.chats.Chat;
import de.stadttor.chats.ChatDoor;
import de.stadttor.chats.ChatId;
import de.stadttor.chats.ChatReturn;
import de.stadttor.chats.ChatSecret;
import de.stadttor.chats.Ending;
import de.stadttor.chats.Opening;
import de.stadttor.chats.Stage;
import de.stadttor.guests.AccessToken;
import de.stadttor.people.Citizen;
import de.stadttor.web.Language;
import de.stadttor.web.PublicUrl;
import de.stadttor.web.callers.SocketCallers;
import de.stadttor.web.limits.Visitors.Visitor;
import de.stadttor.web.proofofwork.ProofOfWork;
import de.stadttor.web.sockets.FrameRefused;
import de.stadttor.web.sockets.PlainText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lets a connection in: it begins a chat, or comes back to one. */
final class Entrance {

    /** What the work of a stranger is for. */
    static final String PURPOSE = "chat";

    private final ChatDoor door;
    private final ChatReturn returns;
    private final SocketCallers callers;
    private final ProofOfWork proofs;
    private final ChatSites sites;
    private final ChatLimits limits;
    private final ChatWords words;
    private final PublicUrl publicUrl;
    private final @Nullable String origin;

    /** @param origin of the page that the window is on; null for what is no browser */
    Entrance(ChatServices services, @Nullable String origin) {
        this.door = services.door();
        this.returns = services.returns();
        this.callers = services.callers();
        this.proofs = services.proofs();
        this.sites = services.sites();
        this.limits = services.limits();
        this.words = services.words();
        this.publicUrl = services.publicUrl();
        this.origin = origin;
    }

    Mono<Entered> open(CitizenFrame.Open open, Visitor visitor) {
        return welcome(open.queue(), visitor).then(citizen(open.token())).flatMap(citizen -> {
            Opening opening = opening(open, citizen.orElse(null));
            if (!limits.mayBegin(visitor)) {
                throw new FrameRefused("too-many");
            }
            return door.open(opening).map(opened -> entered(open, opened, citizen.orElse(null)));
        });
    }

    private Mono<Void> welcome(String queue, Visitor visitor) {
        return sites.allows(origin, queue)
                .flatMap(allowed -> allowed ? sites.admit(queue, visitor) : refused("origin"));
    }

    private Opening opening(CitizenFrame.Open open, @Nullable Citizen citizen) {
        String text = PlainText.of(open.text());
        if (text.isBlank()) {
            throw new FrameRefused("invalid");
        }
        return new Opening(
                open.clientId(),
                open.queue(),
                Objects.requireNonNullElse(open.language(), Language.GERMAN.code()),
                line(open.name()),
                line(open.email()),
                line(open.subject()),
                text,
                citizen == null ? proofs.verified(open.proof(), PURPOSE) : null,
                citizen);
    }

    private Entered entered(CitizenFrame.Open open, ChatDoor.Opened opened, @Nullable Citizen citizen) {
        Chat chat = opened.chat();
        AccessToken access = opened.access();
        var frame = new Opened(
                open.clientId(),
                chat.id().toString(),
                opened.number().toString(),
                access == null ? null : publicUrl.resolve("/fall#" + access.secret()),
                opened.secret().value(),
                opened.position(),
                opened.at(),
                until(citizen));
        var held = new Held(chat, opened.position(), citizen);
        return chat.stage() instanceof Stage.Over(var _, var ending) && ending == Ending.UNATTENDED
                ? new Entered(held, List.of(frame, unattended(chat, opened.available()), new Closed(ending.code())))
                : new Entered(held, List.of(frame));
    }

    private Unattended unattended(Chat chat, Availability available) {
        Availability.State reason =
                available.state() == Availability.State.OPEN ? Availability.State.NOBODY : available.state();
        return new Unattended(
                ChatWords.code(reason),
                words.unattended(Language.of(chat.about().language()), reason),
                available.opensAt());
    }

    Mono<Entered> resume(CitizenFrame.Resume resume, Visitor visitor) {
        return citizen(resume.token())
                .flatMap(citizen -> returns.resume(
                                ChatId.of(resume.chat()),
                                new ChatSecret(resume.secret()),
                                citizen.orElse(null),
                                chat -> welcome(chat.queue(), visitor))
                        .map(returned -> entered(resume, returned, citizen.orElse(null))));
    }

    private static Entered entered(
            CitizenFrame.Resume resume, ChatReturn.Returned returned, @Nullable Citizen citizen) {
        Chat chat = returned.chat();
        var frame = new Resumed(
                chat.id().toString(), returned.secret().value(), returned.head(), state(chat), until(citizen));
        return new Entered(new Held(chat, resume.after(), citizen), List.of(frame));
    }

    /** A new token of the same citizen; anybody else's is refused. */
    Mono<Void> again(Held held, String token) {
        return callers.citizen(token)
                .filter(citizen -> citizen.id().equals(held.chat().about().citizen()))
                .switchIfEmpty(refused("token-refused"))
                .doOnNext(held::renew)
                .then();
    }

    private Mono<Optional<Citizen>> citizen(@Nullable String token) {
        return token == null
                ? Mono.just(Optional.empty())
                : callers.citizen(token).map(Optional::of).switchIfEmpty(refused("token-refused"));
    }

    private static @Nullable Instant until(@Nullable Citizen citizen) {
        return citizen == null ? null : citizen.until();
    }

    private static String state(Chat chat) {
        return switch (chat.stage()) {
            case Stage.Waiting _ -> "waiting";
            case Stage.Running _ -> "running";
            case Stage.Over _ -> "closed";
        };
    }

    private static @Nullable String line(@Nullable String given) {
        return given == null || given.isBlank() ? null : PlainText.line(given);
    }

    private static <T> Mono<T> refused(String code) {
        return Mono.error(() -> new FrameRefused(code));
    }

    /** @param frames what is told first */
    record Entered(Held held, List<ToCitizen> frames) {}
}
