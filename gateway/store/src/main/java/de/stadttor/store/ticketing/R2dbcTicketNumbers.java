package de.stadttor.store.ticketing;

import de.stadttor.store.Columns;
import de.stadttor.ticketing.TicketNumber;
import de.stadttor.ticketing.TicketNumbers;
import java.time.Year;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes numbers from the shared counter in blocks, so that intakes do not queue up at its row. What a process had not
 * handed out when it ended is a gap.
 */
@Component
final class R2dbcTicketNumbers implements TicketNumbers {

    private static final int BLOCK = 50;

    private final DatabaseClient database;
    private final ConcurrentHashMap<Year, Block> blocks = new ConcurrentHashMap<>();

    R2dbcTicketNumbers(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<TicketNumber> next(Year year) {
        return Mono.defer(() -> {
            Block block = blocks.computeIfAbsent(year, _ -> new Block());
            Integer number = block.poll();
            return number == null
                    ? block.refilled(reserve(year).cache()).then(next(year))
                    : Mono.just(new TicketNumber(year.getValue(), number));
        });
    }

    private Mono<Integer> reserve(Year year) {
        return database.sql("""
            INSERT INTO ticket_counter (year, handed) VALUES (:year, :block)
                ON DUPLICATE KEY UPDATE handed = handed + :block
            RETURNING handed
            """)
                .bind("year", year.getValue())
                .bind("block", BLOCK)
                .map(row -> Math.toIntExact(Columns.number(row, "handed")))
                .one();
    }

    /** The numbers at hand; those who find none wait for one and the same reservation. */
    private static final class Block {

        private int next = 1;
        private int last;
        private @Nullable Mono<Void> refilling;

        synchronized @Nullable Integer poll() {
            return next <= last ? Integer.valueOf(next++) : null;
        }

        /** Ends before those who wait hear of it: whoever comes away empty-handed again must begin the next one. */
        synchronized Mono<Void> refilled(Mono<Integer> reservation) {
            if (next <= last) {
                return Mono.empty();
            }
            if (refilling == null) {
                refilling = reservation
                        .doOnNext(this::fill)
                        .doOnTerminate(this::refillEnded)
                        .then()
                        .cache();
            }
            return refilling;
        }

        private synchronized void fill(int handed) {
            next = handed - BLOCK + 1;
            last = handed;
        }

        private synchronized void refillEnded() {
            refilling = null;
        }
    }
}
