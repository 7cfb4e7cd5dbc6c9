package de.stadttor.civic;

import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.Outcome;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Decision;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.seals.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Issues API keys and recognizes them; administered by administrators only. */
public final class IssuedApiKeys {

    private static final int SECRET_BYTES = 32;

    private final ApiKeys keys;
    private final UnitOfWork unitOfWork;
    private final OnceOnly once;
    private final SecureRandom random;
    private final Ids ids;
    private final Clock clock;

    public IssuedApiKeys(
            ApiKeys keys, UnitOfWork unitOfWork, OnceOnly once, SecureRandom random, Ids ids, Clock clock) {
        this.keys = keys;
        this.unitOfWork = unitOfWork;
        this.once = once;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    /** Empty for a secret that opens nothing. */
    public Mono<ApiKey> recognize(String secret) {
        return Mono.defer(() -> keys.find(Sha256.of(secret)));
    }

    public Flux<ApiKey> list(Caseworker caseworker, @Nullable UUID after, int limit) {
        return Decision.ofAdministrator(caseworker).thenMany(keys.list(after, limit));
    }

    /** A new key, with the secret that is never told again, not even to a repeat of the same request. */
    public Mono<Outcome<Issued>> issue(Caseworker caseworker, String name, @Nullable RequestKey request) {
        String secret = secret();
        return Decision.ofAdministrator(caseworker)
                .then(once.run(
                        request,
                        ids.next(),
                        id -> unitOfWork.commit(() -> once.claim(request, id)
                                .then(keys.add(new ApiKey(id, name, clock.instant(), null), Sha256.of(secret))))))
                .flatMap(done -> keys.find(done.value())
                        .map(key -> new Outcome<>(new Issued(key, done.repeated() ? null : secret), done.repeated())));
    }

    public Mono<Void> revoke(Caseworker caseworker, UUID id) {
        return Decision.ofAdministrator(caseworker)
                .then(Mono.defer(() -> keys.revoke(id, clock.instant())))
                .flatMap(known -> known ? Mono.empty() : Mono.error(() -> new Refused(new Refusal.NotFound())));
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @param secret null in a repeat */
    public record Issued(ApiKey key, @Nullable String secret) {}
}
