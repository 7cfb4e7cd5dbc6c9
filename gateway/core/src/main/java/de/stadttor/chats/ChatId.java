package de.stadttor.chats;

import java.util.UUID;

/** Names a chat; gives no access by itself. */
public record ChatId(UUID value) {

    /** @throws IllegalArgumentException when it is no id */
    public static ChatId of(String text) {
        return new ChatId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
