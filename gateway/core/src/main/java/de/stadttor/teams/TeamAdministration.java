package de.stadttor.teams;

import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Decision;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Queues;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What administrators decide about teams and mail; everybody else is refused. */
public final class TeamAdministration {

    private final Colleagues colleagues;
    private final TeamAddresses addresses;
    private final Queues queues;

    public TeamAdministration(Colleagues colleagues, TeamAddresses addresses, Queues queues) {
        this.colleagues = colleagues;
        this.addresses = addresses;
        this.queues = queues;
    }

    /** By subject, after {@code after}. */
    public Flux<Colleague> colleagues(Caseworker caseworker, @Nullable String after, int limit) {
        return Decision.ofAdministrator(caseworker).thenMany(colleagues.list(after, limit));
    }

    /** Refused when another colleague has that address: it must tell who wrote. */
    public Mono<Void> register(Caseworker caseworker, Colleague colleague) {
        return Decision.ofAdministrator(caseworker)
                .then(colleagues.put(colleague))
                .flatMap(registered -> registered ? Mono.empty() : invalid("/address", "taken"));
    }

    public Mono<Void> remove(Caseworker caseworker, String subject) {
        return Decision.ofAdministrator(caseworker)
                .then(colleagues.remove(subject))
                .flatMap(TeamAdministration::found);
    }

    public Mono<String> address(Caseworker caseworker, String queue) {
        return Decision.ofAdministrator(caseworker)
                .then(addresses.of(queue))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }

    /** From now on the team of a queue is told by mail, and may answer so. */
    public Mono<Void> move(Caseworker caseworker, String queue, String address) {
        return Decision.ofAdministrator(caseworker)
                .then(queues.find(queue))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())))
                .then(addresses.put(queue, address));
    }

    public Mono<Void> silence(Caseworker caseworker, String queue) {
        return Decision.ofAdministrator(caseworker)
                .then(addresses.remove(queue))
                .flatMap(TeamAdministration::found);
    }

    private static Mono<Void> found(boolean found) {
        return found ? Mono.empty() : Mono.error(() -> new Refused(new Refusal.NotFound()));
    }

    private static Mono<Void> invalid(String pointer, String code) {
        return Mono.error(() -> new Refused(Refusal.Invalid.at(pointer, code)));
    }
}
