package de.stadttor.live;

import de.stadttor.live.LiveEvent.Reason;
import de.stadttor.people.Citizen;
import reactor.core.publisher.Mono;

/** Whether a citizen still is who they were when a stream began, and as surely. */
@FunctionalInterface
public interface Standing {

    /** Why not; empty while it holds. Looking is no use of a session. */
    Mono<Reason> lost(Citizen citizen);
}
