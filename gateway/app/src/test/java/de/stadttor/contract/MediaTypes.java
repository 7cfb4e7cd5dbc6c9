package de.stadttor.contract;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Finds a media type among those that a contract promises. */
final class MediaTypes {

    private MediaTypes() {}

    /**
     * The entry of {@code content} that covers a media type, the most specific one first.
     *
     * @param type what was sent, its parameters are ignored; null when nothing was said
     */
    static Optional<Place> choose(Place content, @Nullable MediaType type) {
        return content.children()
                .filter(entry -> type != null && MediaType.valueOf(entry.name()).includes(plain(type)))
                .min(Comparator.comparing(entry -> entry.name().contains("*")));
    }

    static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }

    private static MediaType plain(MediaType type) {
        return new MediaType(type.getType(), type.getSubtype());
    }
}
