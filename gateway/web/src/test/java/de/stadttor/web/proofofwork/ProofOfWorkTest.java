package de.stadttor.web.proofofwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadttor.events.MovableClock;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.seals.Seal;
import de.stadttor.seals.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.altcha.altcha.Altcha;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class ProofOfWorkTest {

    private static final String PURPOSE = "insektennest";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final ProofSettings SETTINGS = new ProofSettings(1_000, LIFE);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T23:00:00Z"));
    private final ProofOfWork proofs = node((byte) 1);
    private final Challenge challenge = proofs.challenge(PURPOSE);

    @Test
    void acceptsWhatAnotherMakersClientFoundOut() throws Exception {
        assertThat(proofs.verified(sent(challenge, solved(challenge)), PURPOSE)).isEqualTo(challenge.challenge());
    }

    @Test
    void acceptsOnOneNodeWhatAnotherOneAsked() throws Exception {
        assertThat(node((byte) 1).verified(sent(challenge, solved(challenge)), PURPOSE))
                .isEqualTo(challenge.challenge());
    }

    @Test
    void refusesAGuess() throws Exception {
        assertRefused("proof-wrong", () -> proofs.verified(sent(challenge, solved(challenge) + 1), PURPOSE));
    }

    @Test
    void refusesAChallengeOfSomebodyElses() throws Exception {
        Challenge other = node((byte) 2).challenge(PURPOSE);
        assertRefused("proof-wrong", () -> proofs.verified(sent(other, solved(other)), PURPOSE));
    }

    @Test
    void refusesWorkThatWasDoneForSomethingElse() throws Exception {
        assertRefused("proof-wrong", () -> proofs.verified(sent(challenge, solved(challenge)), "hundesteuer"));
    }

    @Test
    void refusesWorkOfYesterday() throws Exception {
        var sent = sent(challenge, solved(challenge));
        clock.advance(LIFE.minusSeconds(1));
        assertThat(proofs.verified(sent, PURPOSE)).isNotEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertRefused("proof-expired", () -> proofs.verified(sent, PURPOSE));
    }

    /** The hash is taken over both, so digits that move between them leave it as it is. */
    @Test
    void refusesDigitsThatMoveFromTheNumberIntoTheSalt() {
        String salt = challenge.salt() + "12";
        String hash = Sha256.hex(challenge.salt() + "123");
        var spliced = new Challenge("SHA-256", hash, 1_000, salt, challenge.signature());
        assertRefused("proof-wrong", () -> proofs.verified(sent(spliced, 3), PURPOSE));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void refusesAnythingThatWasChanged(String from, String to) throws Exception {
        String payload = payload(challenge, solved(challenge)).replaceFirst(from, to);
        assertRefused("proof-wrong", () -> proofs.verified(header(encoded(payload)), PURPOSE));
    }

    static Stream<String[]> changed() {
        return Stream.of(
                new String[] {"SHA-256", "SHA-1"},
                new String[] {"expires=\\d+", "expires=9999999999"},
                new String[] {"\"signature\":\"..", "\"signature\":\"zz"},
                new String[] {"\"number\":\\d+", "\"number\":\"1\""},
                new String[] {"\"number\":\\d+", "\"number\":1.5"},
                new String[] {"\"salt\":", "\"sugar\":"});
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "e30=", "bnVsbA==", "eyJudW1iZXIiOjF9"})
    void refusesWhatIsNoSolution(String header) {
        assertRefused("proof-wrong", () -> proofs.verified(header(header), PURPOSE));
    }

    @Test
    void saysThatNothingCame() {
        assertRefused("proof-missing", () -> proofs.verified(new HttpHeaders(), PURPOSE));
    }

    private ProofOfWork node(byte key) {
        byte[] installation = new byte[32];
        installation[0] = key;
        return new ProofOfWork(SETTINGS, purpose -> Seal.derive(installation, purpose), clock);
    }

    private static int solved(Challenge challenge) throws Exception {
        return Altcha.solveChallenge(
                        challenge.challenge(), challenge.salt(), Altcha.Algorithm.SHA256, challenge.maxnumber(), 0)
                .number;
    }

    private static HttpHeaders sent(Challenge challenge, int number) {
        return header(encoded(payload(challenge, number)));
    }

    private static HttpHeaders header(String value) {
        var headers = new HttpHeaders();
        headers.set(ProofOfWork.HEADER, value);
        return headers;
    }

    private static String encoded(String payload) {
        return Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static String payload(Challenge challenge, int number) {
        return """
            {"algorithm":"%s","challenge":"%s","number":%d,"salt":"%s","signature":"%s","took":12}\
            """.formatted(
                        challenge.algorithm(), challenge.challenge(), number, challenge.salt(), challenge.signature());
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.refusal()).isEqualTo(Refusal.Invalid.at(ProofOfWork.HEADER, code)));
    }
}
