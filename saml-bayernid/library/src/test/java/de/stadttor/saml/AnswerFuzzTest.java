package de.stadttor.saml;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import de.stadttor.saml.citizen.CitizenReader;
import de.stadttor.saml.citizen.ReceivedAttribute;
import de.stadttor.saml.login.BrowserSecret;
import de.stadttor.saml.outcome.LoginOutcome;
import de.stadttor.saml.testidp.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Whatever is posted, there is an outcome and never an exception; and nothing but a genuine answer is a login. Runs the
 * kept corpus in an ordinary build, and searches for more with {@code JAZZER_FUZZ=1}.
 */
class AnswerFuzzTest {

    private static final Trial TRIAL = new Trial(TestProfiles.strict());
    private static final Answer GENUINE = TRIAL.answer();
    private static final byte[] GENUINE_XML = Base64.getDecoder().decode(GENUINE.samlResponse());

    @FuzzTest(maxDuration = "5m")
    void endsWithAnOutcomeForAnyMessage(byte[] message) {
        mustNotLogIn(new String(message, StandardCharsets.ISO_8859_1));
        mustNotLogIn(Base64.getEncoder().encodeToString(message));
    }

    /** Cuts bytes out of a genuine answer and puts others in: most of it stays well-formed enough to get far. */
    @FuzzTest(maxDuration = "5m")
    void endsWithAnOutcomeForADamagedAnswer(FuzzedDataProvider data) {
        int from = data.consumeInt(0, GENUINE_XML.length);
        int to = data.consumeInt(from, Math.min(GENUINE_XML.length, from + 200));
        byte[] patch = data.consumeBytes(200);
        var damaged = new byte[from + patch.length + GENUINE_XML.length - to];
        System.arraycopy(GENUINE_XML, 0, damaged, 0, from);
        System.arraycopy(patch, 0, damaged, from, patch.length);
        System.arraycopy(GENUINE_XML, to, damaged, from + patch.length, GENUINE_XML.length - to);
        mustNotLogIn(Base64.getEncoder().encodeToString(damaged));
    }

    @FuzzTest(maxDuration = "5m")
    void readsOrRefusesAnyAttributes(FuzzedDataProvider data) {
        var attributes = new ArrayList<ReceivedAttribute>();
        while (data.remainingBytes() > 0 && attributes.size() < 50) {
            String name = data.consumeBoolean() ? "urn:oid:1.3.6.1.4.1.25484.494450.3" : data.consumeString(60);
            attributes.add(new ReceivedAttribute(name, List.of(data.consumeString(200)), data.consumeString(20)));
        }
        CitizenReader.read(attributes, Set.of());
    }

    /** The browser's secret is a wrong one, so even the genuine answer would belong to nobody. */
    private static void mustNotLogIn(String samlResponse) {
        var outcome = TRIAL.finish(List.of(samlResponse), List.of(GENUINE.relayState()), BrowserSecret.random());
        if (!(outcome instanceof LoginOutcome.Rejected)) {
            throw new AssertionError("not refused: " + outcome);
        }
    }
}
