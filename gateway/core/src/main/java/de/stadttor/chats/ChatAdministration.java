package de.stadttor.chats;

import de.stadttor.people.Caseworker;
import de.stadttor.people.Caseworker.Role;
import de.stadttor.refusal.Decision;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Queues;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is decided about chats, and by whom. */
public final class ChatAdministration {

    private final ChatRulebook rulebook;
    private final CannedReplies replies;
    private final Queues queues;
    private final Predicate<String> isNetwork;

    /** @param isNetwork tells addresses and networks from other texts */
    public ChatAdministration(
            ChatRulebook rulebook, CannedReplies replies, Queues queues, Predicate<String> isNetwork) {
        this.rulebook = rulebook;
        this.replies = replies;
        this.queues = queues;
        this.isNetwork = isNetwork;
    }

    /** For administrators and team leads. */
    public Mono<ChatSettings> read(Caseworker caseworker, String queue) {
        return allowed(caseworker, Set.of(Role.ADMIN, Role.TEAMLEAD)).then(current(queue));
    }

    /**
     * For administrators.
     *
     * @param next its version is that which the administrator saw
     */
    public Mono<ChatSettings> decide(Caseworker caseworker, ChatSettings next) {
        return allowed(caseworker, Set.of(Role.ADMIN))
                .then(Mono.fromRunnable(() -> refuseFaults(next)))
                .then(current(next.queue()))
                .map(now -> unstale(now, next))
                .flatMap(after ->
                        rulebook.put(after).flatMap(stored -> stored ? Mono.just(after) : stale(after.queue())));
    }

    /** By key and language; for every caseworker. */
    public Flux<CannedReply> replies(@Nullable String words, CannedReplies.@Nullable Place after, int limit) {
        return replies.list(words, after, limit);
    }

    /** For administrators. */
    public Mono<Void> keep(Caseworker caseworker, CannedReply reply) {
        return allowed(caseworker, Set.of(Role.ADMIN)).then(replies.put(reply));
    }

    /** For administrators. */
    public Mono<Void> drop(Caseworker caseworker, String key, String language) {
        return allowed(caseworker, Set.of(Role.ADMIN))
                .then(replies.remove(key, language))
                .flatMap(found -> found ? Mono.empty() : Mono.error(new Refused(new Refusal.NotFound())));
    }

    private Mono<ChatSettings> current(String queue) {
        return queues.find(queue)
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())))
                .then(rulebook.of(queue))
                .defaultIfEmpty(ChatSettings.undecided(queue));
    }

    private static ChatSettings unstale(ChatSettings now, ChatSettings next) {
        return next.inVersion(Decision.unstale(now.version(), next.version()) + 1);
    }

    private Mono<ChatSettings> stale(String queue) {
        return Decision.overtaken(current(queue).map(ChatSettings::version));
    }

    private void refuseFaults(ChatSettings next) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < next.hours().hours().size(); i++) {
            if (!next.hours().hours().get(i).isSound()) {
                faults.add(new Fault("/hours/" + i + "/to", "before-from", ""));
            }
        }
        next.blocked().stream()
                .filter(isNetwork.negate())
                .forEach(_ -> faults.add(new Fault("/blocked", "network", "")));
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(faults));
        }
    }

    private static Mono<Void> allowed(Caseworker caseworker, Set<Role> roles) {
        return caseworker.roles().stream().anyMatch(roles::contains)
                ? Mono.empty()
                : Mono.error(() -> new Refused(new Refusal.NotAllowed()));
    }
}
