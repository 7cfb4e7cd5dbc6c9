package de.stadttor.calls;

import reactor.core.publisher.Mono;

/** Where the rules for calls live. */
public interface CallRulebook {

    /** Empty while nobody has decided anything. */
    Mono<CallRules> read();

    /**
     * Stores the first version, or the one that follows the version stored.
     *
     * @return false when somebody else was faster
     */
    Mono<Boolean> put(CallRules rules);
}
