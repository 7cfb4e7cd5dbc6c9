package de.stadttor.identity.session;

import de.stadttor.seals.Seal;
import de.stadttor.seals.SealMaker;
import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Proves that a write comes from a page that may read what we answer. A token is computed from its session and kept
 * nowhere, so that every node knows it.
 */
@Component
public final class CsrfTokens {

    /** Where scripts send it. */
    public static final String HEADER = "X-CSRF-Token";

    private final Seal seal;

    CsrfTokens(SealMaker seals) {
        this.seal = seals.seal("csrf");
    }

    /** 43 characters of Base64url. */
    public String of(SessionId session) {
        byte[] id = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(session.value().getMostSignificantBits())
                .putLong(session.value().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.code(id));
    }

    boolean fits(@Nullable String token, Session session) {
        return token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), of(session.id()).getBytes(StandardCharsets.UTF_8));
    }
}
