package de.stadttor.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.ticketing.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What every {@link Quarantine} promises. */
public interface QuarantineContract {

    int SHARE = 1000;

    Ports ports();

    @Test
    default void keepsACopyAsItCame() {
        var entry = kept(client(), key());
        assertThat(quarantine().find(entry.id()).block())
                .usingRecursiveComparison()
                .ignoringFields("keys")
                .isEqualTo(entry);
    }

    @Test
    default void listsTheNewestFirstWithoutBodies() {
        var older = kept(client());
        var newer = kept(client());
        var listed = quarantine().list(null, 2).collectList().block();
        assertThat(listed).extracting(Quarantine.Entry::id).containsExactly(newer.id(), older.id());
        assertThat(listed).extracting(Quarantine.Entry::body).containsOnly("");
        assertThat(quarantine().list(newer.id(), 1).single().block().id()).isEqualTo(older.id());
    }

    @Test
    default void replacesTheFormerCopyOfTheSameKey() {
        var key = key();
        var former = kept(client(), key);
        var latter = kept(former.client(), key);
        assertThat(ids()).contains(latter.id()).doesNotContain(former.id());
    }

    @Test
    default void closesTheEntryOfALaterValidSubmission() {
        var key = key();
        var entry = kept(client(), key, key());
        var other = kept(client(), key());
        var ticket = new TicketId(ports().ids().next());
        close(List.of(key()), ticket);
        assertThat(quarantine().find(entry.id()).block().closedBy()).isNull();
        close(List.of(key(), key), ticket);
        assertThat(quarantine().find(entry.id()).block().closedBy()).isEqualTo(ticket);
        assertThat(quarantine().find(other.id()).block().closedBy()).isNull();
    }

    @Test
    default void closesNothingForASubmissionWithoutKeys() {
        var entry = kept(client());
        close(List.of(), new TicketId(ports().ids().next()));
        assertThat(quarantine().find(entry.id()).block().closedBy()).isNull();
    }

    @Test
    default void keepsWhatWasClosedWhenTheKeyIsRefusedAgain() {
        var key = key();
        var closed = kept(client(), key);
        close(List.of(key), new TicketId(ports().ids().next()));
        kept(closed.client(), key);
        assertThat(ids()).contains(closed.id());
    }

    @Test
    default void forgetsAfterTwoWeeks() {
        var entry = kept(client(), key(), key());
        ports().clock().advance(TestEntries.KEPT);
        quarantine().expire(ports().clock().instant()).block();
        assertThat(ids()).contains(entry.id());
        ports().clock().advance(Duration.ofMillis(1));
        var fresh = kept(client());
        assertThat(quarantine().expire(ports().clock().instant()).block()).isPositive();
        assertThat(ids()).contains(fresh.id()).doesNotContain(entry.id());
        assertThat(quarantine().expire(ports().clock().instant()).block()).isZero();
    }

    @Test
    default void letsNoClientFillMoreThanItsShareOfADay() {
        String client = client();
        Flux.range(0, SHARE)
                .flatMap(_ -> quarantine().keep(TestEntries.of(ports(), client)), 20)
                .blockLast();
        var beyond = kept(client);
        var ofAnother = kept(client());
        quarantine().find(beyond.id()).as(StepVerifier::create).verifyComplete();
        quarantine()
                .find(ofAnother.id())
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        ports().clock().advance(Duration.ofDays(1));
        var nextDay = kept(client);
        quarantine()
                .find(nextDay.id())
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
    }

    private Quarantine quarantine() {
        return ports().quarantine();
    }

    private Quarantine.Entry kept(String client, RequestKey... keys) {
        var entry = TestEntries.of(ports(), client, keys);
        quarantine().keep(entry).block();
        return entry;
    }

    private void close(List<RequestKey> keys, TicketId ticket) {
        ports().unitOfWork()
                .commit(() -> quarantine().close(Map.of(ticket, keys)))
                .block();
    }

    private List<UUID> ids() {
        return quarantine()
                .list(null, 5000)
                .map(Quarantine.Entry::id)
                .collectList()
                .block();
    }

    private static String client() {
        return "client " + UUID.randomUUID();
    }

    private RequestKey key() {
        return new RequestKey("test", ports().ids().next().toString(), "a".repeat(64));
    }
}
