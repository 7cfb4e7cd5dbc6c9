package de.stadttor.events;

import de.stadttor.people.CitizenId;
import java.util.Collection;
import java.util.Set;

/** Told right after a commit; a hint only, for what counts is in the log. Must neither block nor fail. */
public interface CommitListener {

    /**
     * @param feeds citizens whose feeds grew
     * @param consumers who has something to react to
     */
    void committed(Collection<CitizenId> feeds, Set<String> consumers);
}
