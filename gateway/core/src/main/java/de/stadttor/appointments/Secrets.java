package de.stadttor.appointments;

import de.stadttor.seals.Seal;
import de.stadttor.seals.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What gives access to an appointment: three secrets of 256 bits, each for its own way. They are derived, so that a
 * repeated request gets the same one and a mail can be written later; stored are their hashes.
 */
public final class Secrets {

    private final Seal seal;

    /** @param seal of this purpose and no other */
    public Secrets(Seal seal) {
        this.seal = seal;
    }

    /** Lower-case hex. */
    public String of(Purpose purpose, AppointmentId id) {
        byte[] subject = (purpose.name().toLowerCase(Locale.ROOT) + ' ' + id).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(seal.code(subject));
    }

    Hashes hashes(AppointmentId id) {
        return new Hashes(
                Sha256.hex(of(Purpose.SESSION, id)),
                Sha256.hex(of(Purpose.ACTIVATION, id)),
                Sha256.hex(of(Purpose.MANAGE, id)));
    }

    /** What a secret is good for. */
    public enum Purpose {
        /** The browser that reserved: contact, and confirmation where no mail must be proven. */
        SESSION,
        /** The mail that proves its address: confirmation. */
        ACTIVATION,
        /** Whoever has the confirmation: reading, rescheduling, cancelling. */
        MANAGE
    }

    /** SHA-256, lower-case hex. */
    public record Hashes(String session, String activation, String manage) {

        boolean fits(Purpose purpose, String secret) {
            String expected = switch (purpose) {
                case SESSION -> session;
                case ACTIVATION -> activation;
                case MANAGE -> manage;
            };
            return MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.US_ASCII),
                    Sha256.hex(secret).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
