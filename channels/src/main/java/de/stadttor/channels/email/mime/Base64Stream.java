package de.stadttor.channels.email.mime;

import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 as RFC 2045, 6.8 wants it read: characters outside the alphabet are ignored, padding may be missing, and where
 * several encoded pieces were glued together each one's padding ends a piece and not the body.
 */
final class Base64Stream extends ChunkStream {

    Base64Stream(Slice encoded) {
        super(new Pieces(encoded)::fill);
    }

    private static final class Pieces {

        private static final boolean[] ALPHABET = alphabet();
        private static final int QUANTA = SIZE / 3 * 4;

        private final Slice encoded;
        private final byte[] compact = new byte[QUANTA];
        private int at;

        Pieces(Slice encoded) {
            this.encoded = encoded;
        }

        int fill(byte[] target) {
            while (at < encoded.length()) {
                int count = gather();
                count = count % 4 == 1 ? count - 1 : count;
                if (count > 0) {
                    byte[] quanta = count == QUANTA ? compact : Arrays.copyOf(compact, count);
                    return Base64.getDecoder().decode(quanta, target);
                }
            }
            return 0;
        }

        /** Collects characters of the alphabet until the block is full, the piece is padded, or the input ends. */
        private int gather() {
            int count = 0;
            while (at < encoded.length() && count < QUANTA) {
                byte b = encoded.at(at++);
                if (b >= 0 && ALPHABET[b]) {
                    compact[count++] = b;
                } else if (b == '=' && count % 4 > 1) {
                    return count;
                }
            }
            return count;
        }

        private static boolean[] alphabet() {
            boolean[] member = new boolean[128];
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
                    .chars()
                    .forEach(c -> member[c] = true);
            return member;
        }
    }
}
