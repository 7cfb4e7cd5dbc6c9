package de.stadttor.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.ticketing.TicketId;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every {@link Outbox} promises. */
public interface OutboxContract {

    Recipient CITIZEN = new Recipient.OfCitizen("019a4000-0000-7000-8000-0000000000aa");
    Recipient TEAM = new Recipient.OfQueue("gartenbau");

    Ports ports();

    @Test
    default void showsTheNewestFirst() {
        OutboxItem older = item(Kind.ACKNOWLEDGEMENT, CITIZEN, 1);
        OutboxItem newer = new OutboxItem(
                ports().ids().next(),
                Kind.NOTICE,
                TEAM,
                older.ticket(),
                2,
                ports().clock().instant());
        put(older).then(put(newer)).block();
        assertThat(of(older.ticket())).containsExactly(newer, older);
    }

    @Test
    default void isNotChangedByTheSameItemAgain() {
        OutboxItem item = item(Kind.NOTICE, CITIZEN, 1);
        put(item).then(put(again(item, CITIZEN, 1))).block();
        assertThat(of(item.ticket())).containsExactly(item);
    }

    @Test
    default void keepsOneOfManyConcurrentCopies() {
        OutboxItem item = item(Kind.NOTICE, CITIZEN, 1);
        Flux.range(0, 20).flatMap(_ -> put(again(item, CITIZEN, 1)), 20).blockLast();
        assertThat(of(item.ticket())).hasSize(1);
    }

    @Test
    default void tellsApartWhatHasAnotherCauseOrRecipient() {
        OutboxItem item = item(Kind.NOTICE, CITIZEN, 1);
        put(item)
                .then(put(again(item, TEAM, 1)))
                .then(put(again(item, CITIZEN, 2)))
                .block();
        assertThat(of(item.ticket())).hasSize(3);
    }

    @Test
    default void showsNotMoreThanAsked() {
        put(item(Kind.NOTICE, CITIZEN, 1))
                .then(put(item(Kind.NOTICE, CITIZEN, 1)))
                .block();
        assertThat(ports().outbox().newest(1).collectList().block()).hasSize(1);
    }

    private OutboxItem item(Kind kind, Recipient recipient, long cause) {
        var ticket = new TicketId(ports().ids().next());
        return new OutboxItem(
                ports().ids().next(),
                kind,
                recipient,
                ticket,
                cause,
                ports().clock().instant());
    }

    private OutboxItem again(OutboxItem item, Recipient recipient, long cause) {
        return new OutboxItem(ports().ids().next(), item.kind(), recipient, item.ticket(), cause, item.at());
    }

    private Mono<Void> put(OutboxItem item) {
        return ports().unitOfWork().commit(() -> ports().outbox().put(item));
    }

    private List<OutboxItem> of(TicketId ticket) {
        return ports().outbox()
                .newest(100)
                .filter(item -> item.ticket().equals(ticket))
                .collectList()
                .block();
    }
}
