package de.stadttor.events;

import de.stadttor.people.CitizenId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was told after commits. */
public final class RecordedCommits implements CommitListener {

    private final List<CitizenId> feeds = new CopyOnWriteArrayList<>();

    @Override
    public void committed(Collection<CitizenId> grown, Set<String> consumers) {
        feeds.addAll(grown);
    }

    /** Whether it was told that this citizen's feed grew. */
    public boolean knows(CitizenId citizen) {
        return feeds.contains(citizen);
    }
}
