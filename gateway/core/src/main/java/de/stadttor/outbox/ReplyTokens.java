package de.stadttor.outbox;

import de.stadttor.seals.Seal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Tokens that give whoever answers a mail the right to write into its ticket. What a token is good for, and until when,
 * stands with the delivery it names.
 */
public final class ReplyTokens {

    /**
     * Digits and lower-case letters, so that a token survives the local part of an address, whatever folds its case.
     */
    private static final int RADIX = 32;

    private static final int BITS = 5;
    private static final int ID_BYTES = Long.BYTES * 2;

    /** Together with the id it leaves room in the 64 octets of a local part (RFC 5321 4.5.3.1.1). */
    private static final int CODE_BYTES = 9;

    /** Length of every token. */
    public static final int LENGTH = (ID_BYTES + CODE_BYTES) * Byte.SIZE / BITS;

    private static final Pattern TOKEN = Pattern.compile("[0-9a-v]{" + LENGTH + "}", Pattern.CASE_INSENSITIVE);

    private final Seal seal;

    public ReplyTokens(Seal seal) {
        this.seal = seal;
    }

    /** @return lower-case letters and digits */
    public String token(UUID delivery) {
        byte[] id = bytes(delivery);
        return written(
                ByteBuffer.allocate(ID_BYTES + CODE_BYTES).put(id).put(code(id)).array());
    }

    /** The delivery that a token answers; empty when it was not made here. Case does not matter. */
    public Optional<UUID> delivery(String token) {
        return TOKEN.matcher(token).matches() ? genuine(read(token)) : Optional.empty();
    }

    private Optional<UUID> genuine(byte[] token) {
        byte[] id = Arrays.copyOf(token, ID_BYTES);
        byte[] code = Arrays.copyOfRange(token, ID_BYTES, token.length);
        ByteBuffer halves = ByteBuffer.wrap(id);
        return MessageDigest.isEqual(code, code(id))
                ? Optional.of(new UUID(halves.getLong(), halves.getLong()))
                : Optional.empty();
    }

    private byte[] code(byte[] id) {
        return Arrays.copyOf(seal.code(id), CODE_BYTES);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String written(byte[] bytes) {
        String digits = new BigInteger(1, bytes).toString(RADIX);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }

    private static byte[] read(String token) {
        byte[] bytes = new byte[ID_BYTES + CODE_BYTES];
        byte[] digits = new BigInteger(token, RADIX).toByteArray();
        int length = Math.min(digits.length, bytes.length);
        System.arraycopy(digits, digits.length - length, bytes, bytes.length - length, length);
        return bytes;
    }
}
