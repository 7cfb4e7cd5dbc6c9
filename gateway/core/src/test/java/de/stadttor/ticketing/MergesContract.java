package de.stadttor.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Merges} promises. */
public interface MergesContract {

    Ports ports();

    @Test
    default void tellsWhereMergedTicketsGoOn() {
        TicketId source = ticket();
        TicketId target = ticket();
        put(source, target);

        assertThat(ports().merges().targets(List.of(source, target)).block())
                .containsOnlyKeys(source)
                .containsEntry(source, target);
        assertThat(ports().merges().targets(List.of()).block()).isEmpty();
    }

    @Test
    default void leadsToTheLastOfAChainAtOnce() {
        TicketId first = ticket();
        TicketId second = ticket();
        TicketId third = ticket();
        put(first, second);
        put(second, third);

        assertThat(ports().merges().targets(List.of(first, second)).block())
                .containsEntry(first, third)
                .containsEntry(second, third);
    }

    private TicketId ticket() {
        return new TicketId(ports().ids().next());
    }

    private void put(TicketId source, TicketId target) {
        ports().unitOfWork().commit(() -> ports().merges().put(source, target)).block();
    }
}
