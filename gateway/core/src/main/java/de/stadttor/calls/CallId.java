package de.stadttor.calls;

import de.stadttor.events.StreamId;
import de.stadttor.seals.Sha256;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A call, as the telephone system names it. All systems share one space of names, so that one of them may tell of the
 * ringing and another one hand in what was said.
 */
public record CallId(String value) {

    /** Whatever can stand in a path. */
    private static final Pattern FORM = Pattern.compile("[!-~&&[^/?#%\\\\;\"]]{1,128}");

    private static final long VERSION_8 = 0x8000L;
    /** The bit behind the variant is ours to choose: MariaDB 11.4 takes no version 8 whose ninth byte is 80. */
    private static final long VARIANT = 0xA000000000000000L;

    /** @throws IllegalArgumentException when no call can be named so */
    public CallId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a call's name");
        }
    }

    public static boolean isOne(String value) {
        return FORM.matcher(value).matches();
    }

    /** Its history; made of the name (UUIDv8, RFC 9562), so that whoever comes first needs to ask nobody. */
    public StreamId stream() {
        return new StreamId(uuid());
    }

    public UUID uuid() {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of("call\0" + value));
        long most = (hash.getLong() & ~0xF000L) | VERSION_8;
        long least = (hash.getLong() & 0x1FFFFFFFFFFFFFFFL) | VARIANT;
        return new UUID(most, least);
    }

    @Override
    public String toString() {
        return value;
    }
}
