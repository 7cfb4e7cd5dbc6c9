package de.stadttor.channels.phone;

import de.stadttor.seals.Sha256;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.BadCredentialsException;

/** The tokens in the addresses that telephone systems push to: all they have to prove who they are. */
final class CtiTokens {

    private final List<byte[]> hashes;

    CtiTokens(Collection<String> tokens) {
        this.hashes = tokens.stream()
                .filter(token -> !token.isBlank())
                .map(Sha256::of)
                .toList();
    }

    /** @throws BadCredentialsException when it is none; takes as long for each that is none */
    void check(String token) {
        byte[] given = Sha256.of(token);
        boolean known = false;
        for (byte[] hash : hashes) {
            known |= MessageDigest.isEqual(hash, given);
        }
        if (!known) {
            throw new BadCredentialsException("no such token");
        }
    }
}
