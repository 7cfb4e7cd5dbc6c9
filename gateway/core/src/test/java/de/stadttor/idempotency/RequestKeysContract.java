package de.stadttor.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every {@link RequestKeys} promises. */
public interface RequestKeysContract {

    Ports ports();

    @Test
    default void findsWhatAKeyWasTakenFor() {
        RequestKey key = key("k1");
        UUID result = ports().ids().next();
        take(key, result).block();
        assertThat(ports().requestKeys().find(key).block())
                .isEqualTo(new RequestKeys.Taken(
                        result, key.fingerprint(), ports().clock().instant()));
    }

    @Test
    default void findsNothingUnderAFreeKey() {
        ports().requestKeys().find(key("free")).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void givesAKeyOnceWhateverItIsAskedFor() {
        RequestKey key = key("k1");
        UUID first = ports().ids().next();
        take(key, first).block();
        take(
                        new RequestKey(key.scope(), key.key(), "b".repeat(64)),
                        ports().ids().next())
                .as(StepVerifier::create)
                .verifyError(KeyTaken.class);
        assertThat(ports().requestKeys().find(key).block().result()).isEqualTo(first);
    }

    @Test
    default void keepsScopesApart() {
        RequestKey one = key("same");
        RequestKey other = new RequestKey(one.scope() + " of somebody else", one.key(), one.fingerprint());
        take(one, ports().ids().next())
                .then(take(other, ports().ids().next()))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    default void takesWhateverAClientCallsItsKey() {
        for (String odd : List.of("", " ", "ä€😀", "\u0000", "'; DROP TABLE request_key", "x".repeat(10_000))) {
            take(key(odd), ports().ids().next()).as(StepVerifier::create).verifyComplete();
        }
    }

    @Test
    default void freesAKeyWhoseWorkWasRolledBack() {
        RequestKey key = key("k1");
        ports().unitOfWork()
                .commit(() -> ports().requestKeys()
                        .take(key, ports().ids().next())
                        .then(Mono.error(() -> new IllegalStateException("no"))))
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
        take(key, ports().ids().next()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void letsExactlyOneOfFiftyConcurrentTakersWin() {
        RequestKey key = key("contested");
        List<UUID> winners = Flux.range(0, 50)
                .map(_ -> ports().ids().next())
                .flatMap(
                        result -> take(key, result).thenReturn(result).onErrorResume(KeyTaken.class, _ -> Mono.empty()),
                        50)
                .collectList()
                .block();
        assertThat(winners)
                .containsExactly(ports().requestKeys().find(key).block().result());
    }

    @Test
    default void takesTheKeysOfSeveralAtOnceAndNoneForWhoMissesOne() {
        RequestKey gone = key("gone");
        RequestKey beside = key("beside");
        UUID early = ports().ids().next();
        UUID late = ports().ids().next();
        UUID fine = ports().ids().next();
        take(gone, early).block();
        var wanted = new LinkedHashMap<UUID, List<RequestKey>>();
        wanted.put(late, List.of(beside, gone));
        wanted.put(fine, List.of(key("one"), key("two")));
        assertThat(takeAll(wanted)).containsExactly(fine);
        ports().requestKeys().find(beside).as(StepVerifier::create).verifyComplete();
        assertThat(ports().requestKeys().find(gone).block().result()).isEqualTo(early);
    }

    @Test
    default void givesAKeyThatTwoWantAtOnceToTheFirst() {
        RequestKey key = key("contested");
        UUID first = ports().ids().next();
        UUID second = ports().ids().next();
        var wanted = new LinkedHashMap<UUID, List<RequestKey>>();
        wanted.put(first, List.of(key));
        wanted.put(second, List.of(key));
        assertThat(takeAll(wanted)).containsExactly(first);
    }

    @Test
    default void wantsNothingOfWhoHasNoKey() {
        UUID keyless = ports().ids().next();
        assertThat(takeAll(Map.of(keyless, List.of()))).containsExactly(keyless);
    }

    @Test
    default void tellsWhoHasAKeyThatSeveralShare() {
        RequestKey shared = key("shared");
        RequestKey free = key("free");
        UUID first = ports().ids().next();
        UUID second = ports().ids().next();
        UUID third = ports().ids().next();
        assertThat(share(Map.of(first, shared))).isEqualTo(Map.of(first, first));
        assertThat(share(Map.of(second, shared, third, free))).isEqualTo(Map.of(second, first, third, third));
        assertThat(ports().requestKeys().find(free).block().result()).isEqualTo(third);
    }

    @Test
    default void forgetsOnlyWhatIsOldEnough() {
        RequestKey key = key("old");
        take(key, ports().ids().next()).block();
        var taken = ports().requestKeys().find(key).block().at();
        ports().requestKeys().forget(key, taken).block();
        assertThat(ports().requestKeys().find(key).blockOptional()).isPresent();
        ports().requestKeys().forget(key, taken.plusSeconds(1)).block();
        assertThat(ports().requestKeys().find(key).blockOptional()).isEmpty();
    }

    private Map<UUID, UUID> share(Map<UUID, RequestKey> wanted) {
        return ports().unitOfWork()
                .commit(() -> ports().requestKeys().share(wanted))
                .block();
    }

    private Set<UUID> takeAll(Map<UUID, List<RequestKey>> wanted) {
        return ports().unitOfWork()
                .commit(() -> ports().requestKeys().takeAll(wanted))
                .block();
    }

    private RequestKey key(String key) {
        return new RequestKey("test " + ports().ids().next(), key, "a".repeat(64));
    }

    private Mono<Void> take(RequestKey key, UUID result) {
        return ports().unitOfWork().commit(() -> ports().requestKeys().take(key, result));
    }
}
