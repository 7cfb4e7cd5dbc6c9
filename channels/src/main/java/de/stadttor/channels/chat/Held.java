package de.stadttor.channels.chat;

import de.stadttor.chats.Chat;
import de.stadttor.chats.CitizenTalk.Place;
import de.stadttor.chats.CitizenView.Standing;
import de.stadttor.chats.Line;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The chat that a connection holds, and what it has been told of it. */
final class Held {

    private final Chat chat;
    private final OwnMessages own = new OwnMessages();
    private final AtomicLong told;
    private final Sinks.Many<Citizen> citizens = Sinks.many().replay().latest();
    private volatile AssuranceLevel level = AssuranceLevel.BASIC;
    private volatile @Nullable Citizen citizen;
    private volatile @Nullable Standing standing;

    /**
     * @param after what is older was told before
     * @param citizen null for nobody we know
     */
    Held(Chat chat, long after, @Nullable Citizen citizen) {
        this.chat = chat;
        this.told = new AtomicLong(after);
        if (citizen != null) {
            renew(citizen);
        }
    }

    Chat chat() {
        return chat;
    }

    Place place() {
        return Place.of(chat);
    }

    /** As of the newest login; null for nobody we know. */
    @Nullable
    Citizen citizen() {
        return citizen;
    }

    /** How firmly the newest login proved who it is. */
    AssuranceLevel level() {
        return level;
    }

    /** The same now, and whenever it changes; never completes. */
    Flux<AssuranceLevel> levels() {
        return citizens().map(Citizen::level).startWith(level).distinctUntilChanged();
    }

    OwnMessages own() {
        return own;
    }

    /** Position of the last message that was told. */
    long told() {
        return told.get();
    }

    /** Whether a message is news for this connection; asked in the order of telling. */
    boolean isNews(Line line) {
        boolean newer = line.position() > told.get();
        if (newer) {
            told.set(line.position());
        }
        return newer && !own.isOwn(line.position());
    }

    /** @return what was the last one; null for the first */
    @Nullable
    Standing stands(Standing now) {
        Standing before = standing;
        standing = now;
        return before;
    }

    /** The citizen has logged in anew. */
    void renew(Citizen anew) {
        citizen = anew;
        level = anew.level();
        citizens.tryEmitNext(anew);
    }

    /** Who the citizen is, each time that was proven; never completes. */
    Flux<Citizen> citizens() {
        return citizens.asFlux();
    }
}
