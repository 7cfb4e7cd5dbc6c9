package de.stadttor.machines;

import de.stadttor.people.Machine;
import java.util.Set;

/**
 * A registered client system.
 *
 * @param name by which it signs, and by which everything that it hands in is known
 * @param forms keys of the forms that it may hand in; {@code *} stands for all
 * @param version counts every change, from 1
 */
public record IntakeClient(String name, Set<Machine.Right> rights, Set<String> forms, Proof proof, long version) {

    public IntakeClient {
        rights = Set.copyOf(rights);
        forms = Set.copyOf(forms);
    }

    public Machine machine() {
        return new Machine(name, rights, forms);
    }

    /** How it proves who it is. */
    public sealed interface Proof {

        /**
         * It signs each request (RFC 9421, {@code hmac-sha256}).
         *
         * @param lockedKey its key, locked away; Base64
         */
        record Signature(String lockedKey) implements Proof {}

        /** @param thumbprint SHA-256 of its certificate, 64 hex digits */
        record Certificate(String thumbprint) implements Proof {}
    }
}
