package de.stadttor.channels.chat;

import de.stadttor.channels.chat.ToCitizen.Assigned;
import de.stadttor.channels.chat.ToCitizen.Closed;
import de.stadttor.channels.chat.ToCitizen.Read;
import de.stadttor.channels.chat.ToCitizen.Transferred;
import de.stadttor.channels.chat.ToCitizen.Unattended;
import de.stadttor.channels.chat.ToCitizen.Waiting;
import de.stadttor.chats.Availability;
import de.stadttor.chats.Chat;
import de.stadttor.chats.CitizenView.Standing;
import de.stadttor.chats.Ending;
import de.stadttor.chats.Stage;
import de.stadttor.web.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is told of how a chat stands: only what has changed. */
final class StandingFrames {

    private static final String ELSEWHERE = "elsewhere";

    private final ChatWords words;

    StandingFrames(ChatWords words) {
        this.words = words;
    }

    /** @param before null for the first time, when a chat that is over is only there to be read and rated */
    List<ToCitizen> between(@Nullable Standing before, Standing now, long connection) {
        Chat chat = now.chat();
        if (chat.passage().connection() != connection) {
            return List.of(new Closed(ELSEWHERE));
        }
        List<ToCitizen> frames = new ArrayList<>();
        if (chat.seen().office() > (before == null ? 0 : before.chat().seen().office())) {
            frames.add(new Read(chat.seen().office()));
        }
        switch (chat.stage()) {
            case Stage.Waiting _ -> waiting(before, now, frames);
            case Stage.Running running -> running(before, now, running, frames);
            case Stage.Over over -> over(before, chat, over.ending(), frames);
        }
        return frames;
    }

    private static void waiting(@Nullable Standing before, Standing now, List<ToCitizen> frames) {
        boolean handed = before != null && !(before.chat().stage() instanceof Stage.Waiting && sameQueue(before, now));
        if (handed) {
            frames.add(new Transferred(now.queue()));
        }
        boolean moved = before == null
                || handed
                || !Objects.equals(before.place(), now.place())
                || !Objects.equals(before.estimate(), now.estimate());
        Integer place = now.place();
        if (moved && place != null) {
            Duration estimate = now.estimate();
            frames.add(new Waiting(place, estimate == null ? null : estimate.toSeconds()));
        }
    }

    private static void running(
            @Nullable Standing before, Standing now, Stage.Running running, List<ToCitizen> frames) {
        if (before == null || !(before.chat().stage() instanceof Stage.Running earlier)) {
            frames.add(new Assigned(now.queue()));
        } else if (!earlier.operator().equals(running.operator())) {
            frames.add(new Transferred(now.queue()));
            frames.add(new Assigned(now.queue()));
        }
    }

    private void over(@Nullable Standing before, Chat chat, Ending ending, List<ToCitizen> frames) {
        if (before == null || before.chat().isOver()) {
            return;
        }
        if (ending == Ending.UNATTENDED) {
            Language language = Language.of(chat.about().language());
            frames.add(unattended(Availability.State.NOBODY, language));
        }
        frames.add(new Closed(ending.code()));
    }

    private Unattended unattended(Availability.State reason, Language language) {
        return new Unattended(ChatWords.code(reason), words.unattended(language, reason), null);
    }

    private static boolean sameQueue(Standing before, Standing now) {
        return before.chat().queue().equals(now.chat().queue());
    }
}
