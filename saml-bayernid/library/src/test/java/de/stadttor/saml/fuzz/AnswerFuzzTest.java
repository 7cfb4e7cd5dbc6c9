package de.stadttor.saml.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.TestProfiles;
import de.stadttor.saml.Trial;
import de.stadttor.saml.login.PendingKey;
import de.stadttor.saml.login.PendingLogin;
import de.stadttor.saml.outcome.CitizenLogin;
import de.stadttor.saml.outcome.LoginOutcome;
import de.stadttor.saml.profile.SamlProfile;
import de.stadttor.saml.testidp.Answer;
import de.stadttor.saml.testidp.Conduct;
import de.stadttor.saml.testidp.IncomingRequest;
import de.stadttor.saml.testidp.LoginMeans;
import de.stadttor.saml.testidp.LoginRequest;
import de.stadttor.saml.testidp.answer.Attack;
import java.util.Base64;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Whatever is posted, there is an outcome and never an exception; and whoever is logged in is the very person whom the
 * provider vouched for. Every answer meets a login that waits for it, so that all checks are within reach. Replays what
 * was found before, and searches for more with {@code JAZZER_FUZZ=1}.
 */
class AnswerFuzzTest {

    private static final Waiting STRICT = new Waiting(TestProfiles.strict());
    private static final Waiting READABLE = new Waiting(TestProfiles.readable());

    @FuzzTest(maxDuration = "15s")
    void logsNobodyInButThePersonVouchedFor(FuzzedDataProvider data) {
        switch (data.consumeInt(0, 4)) {
            case 0 -> STRICT.post(data.consumeRemainingAsString());
            case 1 -> STRICT.post(Base64.getEncoder().encodeToString(data.consumeRemainingAsBytes()));
            case 2 -> STRICT.post(patched(STRICT.genuine, data));
            case 3 -> READABLE.post(patched(READABLE.genuine, data));
            default -> STRICT.postChanged(data);
        }
    }

    /** Cuts some bytes out of a genuine answer and puts others in: the rest stays well-formed and gets far. */
    private static String patched(String samlResponse, FuzzedDataProvider data) {
        byte[] xml = Base64.getDecoder().decode(samlResponse);
        int from = data.consumeInt(0, xml.length);
        int to = data.consumeInt(from, Math.min(xml.length, from + 200));
        byte[] patch = data.consumeBytes(400);
        var damaged = new byte[from + patch.length + xml.length - to];
        System.arraycopy(xml, 0, damaged, 0, from);
        System.arraycopy(patch, 0, damaged, from, patch.length);
        System.arraycopy(xml, to, damaged, from + patch.length, xml.length - to);
        return Base64.getEncoder().encodeToString(damaged);
    }

    /** A service provider in which one login waits for its answer, again and again. */
    private static final class Waiting {

        private final Trial trial;
        private final LoginRequest request;
        private final PendingKey key;
        private final PendingLogin login;
        private final String relayState;
        private final String genuine;
        private final CitizenLogin vouchedFor;

        Waiting(SamlProfile profile) {
            trial = new Trial(profile, (_, _) -> Mono.just(true));
            if (!profile.policy().encryptionRequired()) {
                trial.provider.behave(Conduct.HONEST.readable());
            }
            IncomingRequest incoming = trial.ask(AssuranceLevel.SUBSTANTIAL);
            relayState = incoming.relayState();
            request = trial.provider.read(incoming);
            key = PendingKey.of(relayState, trial.browser);
            login = trial.pending.take(key).blockOptional().orElseThrow();
            genuine = answer().samlResponse();
            vouchedFor = ((LoginOutcome.LoggedIn) outcome(genuine)).login();
        }

        void post(String samlResponse) {
            LoginOutcome outcome = outcome(samlResponse);
            assertThat(outcome).isNotInstanceOf(LoginOutcome.Unavailable.class);
            if (outcome instanceof LoginOutcome.LoggedIn(var somebody)) {
                assertThat(somebody).isEqualTo(vouchedFor);
            }
        }

        /** Rearranges the signed assertion before it is encrypted, which anyone can do who saw one. */
        void postChanged(FuzzedDataProvider data) {
            trial.provider.behave(Conduct.HONEST.attacking(
                    Attack.named("fuzzed").changingAssertion(assertion -> TreeChange.of(assertion, data))));
            post(answer().samlResponse());
        }

        private Answer answer() {
            return trial.provider.login(request, relayState, Trial.person("citizen-high"), LoginMeans.EID);
        }

        private LoginOutcome outcome(String samlResponse) {
            trial.pending.save(key, login).block();
            return trial.finish(List.of(samlResponse), List.of(relayState), trial.browser);
        }
    }
}
