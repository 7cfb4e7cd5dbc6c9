package de.stadttor.calls;

import de.stadttor.intake.Intake;
import de.stadttor.ticketing.TicketNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ticket numbers at hand: they are drawn outside of transactions, and only within one turns out how many are needed.
 * Those that were not needed wait for the next time.
 */
final class SpareNumbers {

    private final Intake intake;
    private final ConcurrentLinkedQueue<TicketNumber> spare = new ConcurrentLinkedQueue<>();

    SpareNumbers(Intake intake) {
        this.intake = intake;
    }

    Mono<List<TicketNumber>> take(int count) {
        return Mono.defer(() -> {
            List<TicketNumber> taken = new ArrayList<>();
            int year = intake.year().getValue();
            while (taken.size() < count) {
                TicketNumber next = spare.poll();
                if (next == null) {
                    break;
                }
                if (next.year() == year) {
                    taken.add(next);
                }
            }
            return Flux.range(0, count - taken.size())
                    .concatMap(_ -> intake.number())
                    .collectList()
                    .map(drawn -> {
                        taken.addAll(drawn);
                        return List.copyOf(taken);
                    });
        });
    }

    void giveBack(List<TicketNumber> numbers) {
        spare.addAll(numbers);
    }
}
