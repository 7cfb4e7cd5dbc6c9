package de.stadttor.files;

import java.util.UUID;

/** One file at one message; two messages with equal bytes have two of them. */
public record FileId(UUID value) {

    public static FileId of(String text) {
        return new FileId(UUID.fromString(text));
    }
}
