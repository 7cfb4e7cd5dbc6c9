package de.stadttor.chats;

import org.jspecify.annotations.Nullable;

/**
 * Who may come back to a chat. The answer that carries a new secret can get lost, so the one that was used for it stays
 * good until the holder says that the new one has arrived.
 *
 * @param newest hash of the secret that was handed out last
 * @param used hash of the one that it was handed out for; null when that is worth nothing any more
 * @param connection counts the connections of the chat; an older one than the newest is over
 * @param cameBack whether anybody has ever come back
 */
public record Passage(String newest, @Nullable String used, long connection, boolean cameBack) {

    static Passage of(ChatSecret first) {
        return new Passage(first.hash(), null, 1, false);
    }

    boolean isOpenedBy(ChatSecret secret) {
        String hash = secret.hash();
        return hash.equals(newest) || hash.equals(used);
    }

    /** Somebody came back with {@code secret} and is handed {@code next}. */
    Passage taken(ChatSecret secret, ChatSecret next) {
        return new Passage(next.hash(), secret.hash(), connection + 1, true);
    }

    /** The answer to the opening was lost, and the same opening came again. */
    Passage openedAgain(ChatSecret next) {
        return new Passage(next.hash(), null, connection + 1, false);
    }

    /** The newest secret has arrived. */
    Passage kept() {
        return new Passage(newest, null, connection, cameBack);
    }
}
