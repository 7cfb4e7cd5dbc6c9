package de.stadttor.channels.email.inbound;

import de.stadttor.intake.Receipt;
import reactor.core.publisher.Mono;

/**
 * Mail that means something else than a citizen's message, such as a caseworker's reply. Each is asked in turn before
 * the ordinary way; the first that takes a mail has it.
 */
@FunctionalInterface
public interface SpecialMail {

    /** @return once everything is durable; empty when it is not of this kind, an error when it must be offered again */
    Mono<Taken> take(ReadMail mail);

    /** What became of it. */
    sealed interface Taken {

        /** It is part of a ticket now, or was before. */
        record Into(Receipt receipt) implements Taken {}

        /** It is dealt with and leads to no ticket. */
        record Done() implements Taken {}
    }
}
