package de.stadttor.channels.email.outbound;

import de.stadttor.outbox.OutboxItem;
import reactor.core.publisher.Mono;

/** Writes the letters of one sort, when they are about to leave: an item in the outbox holds references only. */
public interface LetterWriter {

    /** Whether it writes this item; of all writers exactly one does. Decides by kind and sort of recipient only. */
    boolean writes(OutboxItem item);

    /**
     * Writes the letter anew at every try.
     *
     * @return empty when there is nobody to tell, such as a citizen without a registered address: the item is withheld;
     *     an error means that it must be tried again
     */
    Mono<Letter> write(OutboxItem item);
}
