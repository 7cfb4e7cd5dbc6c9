package de.stadttor.ticketing;

import java.time.Year;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

public final class InMemoryTicketNumbers implements TicketNumbers {

    private final ConcurrentHashMap<Year, AtomicInteger> handed = new ConcurrentHashMap<>();

    @Override
    public Mono<TicketNumber> next(Year year) {
        return Mono.fromSupplier(() -> new TicketNumber(
                year.getValue(),
                handed.computeIfAbsent(year, _ -> new AtomicInteger()).incrementAndGet()));
    }
}
