package de.stadttor.ticketing;

import de.stadttor.people.Citizen;
import java.util.Collection;
import reactor.core.publisher.Mono;

/** That a message reached its citizen (Art. 24 BayDiG): when it was first opened, and at which level. */
@FunctionalInterface
public interface Evidence {

    /** Records a first opening; later ones change nothing. Completes once durable. */
    Mono<Void> opened(Citizen citizen, Collection<MessageId> messages);
}
