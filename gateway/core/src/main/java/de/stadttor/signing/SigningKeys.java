package de.stadttor.signing;

import de.stadttor.seals.BrokenSeal;
import de.stadttor.seals.Vault;
import de.stadttor.signing.KeyStore.Locked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The keys of this installation, changed every month. Whichever node first sees that the next key is due makes it; the
 * others find it. They look every minute, which is soon enough since a key is announced a day before it signs.
 */
public final class SigningKeys {

    private static final Duration LOOK = Duration.ofMinutes(1);

    /** As the BSI asks for use beyond 2023 (TR-02102-1). */
    private static final int BITS = 3072;

    private final KeyStore store;
    private final Vault vault;
    private final Clock clock;
    private final int bits;
    private final Mono<KeyRing> ring;

    public SigningKeys(KeyStore store, Vault vault, Clock clock) {
        this(store, vault, clock, BITS);
    }

    SigningKeys(KeyStore store, Vault vault, Clock clock, int bits) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
        this.bits = bits;
        this.ring = Mono.defer(this::read).cache(_ -> LOOK, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** At most a minute old; never without a key that signs. */
    public Mono<KeyRing> ring() {
        return ring.filter(known -> !isDue(terms(known)))
                .switchIfEmpty(Mono.defer(this::read))
                .checkpoint("signing keys");
    }

    /** Forgets the keys whose signatures no longer count. */
    public Mono<Long> tidy() {
        return Mono.defer(
                () -> store.forget(clock.instant().minus(KeyTerm.SIGNING).minus(KeyTerm.SHOWN_AFTER)));
    }

    private Mono<KeyRing> read() {
        return store.all().collectList().flatMap(kept -> {
            List<KeyTerm> terms = kept.stream().map(Locked::term).toList();
            return isDue(terms) ? add(terms).then(Mono.defer(this::read)) : unlocked(kept);
        });
    }

    private boolean isDue(List<KeyTerm> terms) {
        return terms.isEmpty() || terms.getLast().needsNext(clock.instant());
    }

    /** Making a key takes the better part of a second. */
    private Mono<Void> add(List<KeyTerm> terms) {
        Instant now = clock.instant();
        KeyTerm term =
                terms.isEmpty() ? KeyTerm.atOnce(1, now) : terms.getLast().next(now);
        return Mono.fromCallable(() -> locked(SigningKey.fresh(term, bits)))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(store::add);
    }

    private Locked locked(SigningKey key) {
        return new Locked(key.term(), vault.lock(key.term().id(), key.secret().getEncoded()));
    }

    private Mono<KeyRing> unlocked(List<Locked> kept) {
        return Mono.fromCallable(
                        () -> new KeyRing(kept.stream().map(this::unlocked).toList()))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private SigningKey unlocked(Locked key) {
        try {
            return SigningKey.read(key.term(), vault.unlock(key.term().id(), key.content()));
        } catch (BrokenSeal e) {
            throw new IllegalStateException("The signing keys in the database belong to another installation key", e);
        }
    }

    private static List<KeyTerm> terms(KeyRing ring) {
        return ring.keys().stream().map(SigningKey::term).toList();
    }
}
