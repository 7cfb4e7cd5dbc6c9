package de.stadttor.ticketing;

import java.time.Year;
import reactor.core.publisher.Mono;

/** Hands out numbers, each once; a crash may leave gaps. */
@FunctionalInterface
public interface TicketNumbers {

    /** Must be asked before a transaction begins: the counter is a row that everybody shares. */
    Mono<TicketNumber> next(Year year);
}
