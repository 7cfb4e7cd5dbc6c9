package de.stadttor.saml.response;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.saml.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class FirstUseTest {

    private final TickingClock clock = new TickingClock();
    private final Instant soon = clock.instant().plus(Duration.ofMinutes(5));

    @Test
    void isGrantedToExactlyOneOfManyAtOnce() {
        var used = new InMemoryUsedAssertions(clock, 10);

        List<Boolean> grants = Flux.range(0, 64)
                .flatMap(_ -> used.markUsed("a", soon).subscribeOn(Schedulers.parallel()))
                .collectList()
                .block();

        assertThat(grants).filteredOn(granted -> granted).hasSize(1);
    }

    @Test
    void isRefusedWhenThereIsNoRoomToRememberIt() {
        var used = new InMemoryUsedAssertions(clock, 1);

        assertThat(used.markUsed("a", soon).block()).isTrue();
        assertThat(used.markUsed("b", soon).block()).isFalse();
    }

    @Test
    void findsRoomAgainOnceTheOldOnesAreTooOldToMatter() {
        var used = new InMemoryUsedAssertions(clock, 1);
        used.markUsed("a", soon).block();
        clock.advance(Duration.ofMinutes(5));

        assertThat(used.markUsed("b", soon.plus(Duration.ofMinutes(5))).block()).isTrue();
    }
}
