package de.stadttor.channels.email.inbound;

import de.stadttor.intake.Receipt;
import reactor.core.publisher.Mono;

/** Where every mail goes in, whoever brings it. */
public interface MailDoor {

    /**
     * Takes a mail in; a repeat gets the first receipt.
     *
     * @return once everything is durable, so that the mail may be flagged, moved or deleted; empty when a rule says to
     *     ignore the mail, or when another part of a cut one is in, which is as final; an error means that it must be
     *     offered again
     */
    Mono<Receipt> accept(ReceivedMail mail);
}
