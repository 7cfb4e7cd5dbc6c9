package de.stadttor.letters;

import java.util.Arrays;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where queues keep their own words and pictures. What a queue has not changed is not here. */
public interface LetterTemplates {

    Mono<LetterTemplate> find(LetterTemplate.Key key);

    /**
     * Stores a template in place of the version before it.
     *
     * @return false when somebody else changed it in between: nothing was stored
     */
    Mono<Boolean> put(LetterTemplate template);

    /** The pictures of a queue, by name. */
    Flux<Picture> pictures(String queue);

    Mono<Void> putPicture(Picture picture);

    Mono<Void> removePicture(String queue, String name);

    /**
     * A picture that templates show as {@code cid:<name>}.
     *
     * @param bytes not to be changed
     */
    record Picture(String queue, String name, String mediaType, Bytes bytes) {}

    /** The bytes of a picture; equal when they are the same. */
    final class Bytes {

        private final byte[] value;

        public Bytes(byte[] value) {
            this.value = value.clone();
        }

        public byte[] copy() {
            return value.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }
    }
}
