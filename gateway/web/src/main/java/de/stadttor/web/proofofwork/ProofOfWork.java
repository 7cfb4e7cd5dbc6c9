package de.stadttor.web.proofofwork;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.seals.Seal;
import de.stadttor.seals.SealMaker;
import de.stadttor.seals.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Sets challenges and verifies that they were solved, on whichever node. Whoever accepts a proof must see to it that it
 * is used once.
 */
@Component
@EnableConfigurationProperties(ProofSettings.class)
public final class ProofOfWork {

    /** The header that a solution comes in, so that it is verified before anything of the body is read. */
    public static final String HEADER = "Proof-Of-Work";

    private static final String ALGORITHM = "SHA-256";
    private static final int SALT_BYTES = 12;
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{24}\\?expires=([0-9]{1,12})&for=([^&]*)&");

    private final ProofSettings settings;
    private final Seal seal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ProofOfWork(ProofSettings settings, SealMaker seals, Clock clock) {
        this.settings = settings;
        this.seal = seals.seal("proof-of-work");
        this.clock = clock;
    }

    /** @param purpose what the work is for; without {@code &} */
    public Challenge challenge(String purpose) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        long expires = clock.instant().plus(settings.life()).getEpochSecond();
        String salted = HexFormat.of().formatHex(salt) + "?expires=" + expires + "&for=" + purpose + "&";
        String challenge = Sha256.hex(salted + random.nextInt(settings.most() + 1));
        return new Challenge(ALGORITHM, challenge, settings.most(), salted, signature(challenge));
    }

    /**
     * Verifies the work that came with a request.
     *
     * @return what names this piece of work and no other
     * @throws Refused when it is missing, wrong, for another purpose or too old
     */
    public String verified(HttpHeaders headers, String purpose) {
        return verified(headers.getFirst(HEADER), purpose);
    }

    /**
     * The same for work that came another way.
     *
     * @param payload null for none
     */
    public String verified(@Nullable String payload, String purpose) {
        if (payload == null) {
            throw refused("proof-missing");
        }
        Solution solution = Solution.read(payload).orElseThrow(() -> refused("proof-wrong"));
        var salt = SALT.matcher(solution.salt());
        if (!isSolved(solution) || !salt.matches() || !salt.group(2).equals(purpose)) {
            throw refused("proof-wrong");
        }
        if (!clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(salt.group(1))))) {
            throw refused("proof-expired");
        }
        return solution.challenge();
    }

    private boolean isSolved(Solution solution) {
        return solution.algorithm().equals(ALGORITHM)
                && Sha256.hex(solution.salt() + solution.number()).equals(solution.challenge())
                && MessageDigest.isEqual(
                        solution.signature().getBytes(StandardCharsets.UTF_8),
                        signature(solution.challenge()).getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String challenge) {
        return HexFormat.of().formatHex(seal.code(challenge.getBytes(StandardCharsets.UTF_8)));
    }

    private static Refused refused(String code) {
        return new Refused(Refusal.Invalid.at(HEADER, code));
    }
}
