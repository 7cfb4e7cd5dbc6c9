package de.stadttor.signing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The keys as all nodes have them. */
public record KeyRing(List<SigningKey> keys) {

    public KeyRing {
        keys = List.copyOf(keys);
    }

    /** The key that signs now. Where two could, after a time without any, the newer. */
    public SigningKey signing(Instant now) {
        return keys.stream()
                .filter(key -> key.term().signs(now))
                .max(Comparator.comparingInt(key -> key.term().generation()))
                .orElseThrow(() -> new IllegalStateException("no key signs"));
    }

    /** The keys whose signatures count now, the announced one included. */
    public List<SigningKey> shown(Instant now) {
        return keys.stream().filter(key -> key.term().shows(now)).toList();
    }
}
