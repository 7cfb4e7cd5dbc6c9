package de.stadttor.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import java.time.Duration;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What all {@link TicketNumbers} promise. */
public interface TicketNumbersContract {

    Ports ports();

    @Test
    default void handsOutEachNumberOnceToTwoHundredAtOnce() {
        List<TicketNumber> numbers = Flux.range(0, 200)
                .flatMap(_ -> ports().ticketNumbers().next(Year.of(2031)).subscribeOn(Schedulers.parallel()), 200)
                .collectList()
                .block(Duration.ofSeconds(20));
        assertThat(numbers).hasSize(200).doesNotHaveDuplicates();
        assertThat(numbers).extracting(TicketNumber::year).containsOnly(2031);
    }

    @Test
    default void countsEveryYearByItself() {
        var one = ports().ticketNumbers().next(Year.of(2032)).block();
        var other = ports().ticketNumbers().next(Year.of(2033)).block();
        assertThat(one.year()).isEqualTo(2032);
        assertThat(other.year()).isEqualTo(2033);
    }
}
