package de.stadttor.saml;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.saml.citizen.Datum;
import de.stadttor.saml.citizen.Means;
import de.stadttor.saml.citizen.TrustLevel;
import de.stadttor.saml.login.BrowserSecret;
import de.stadttor.saml.login.PendingKey;
import de.stadttor.saml.outcome.CitizenLogin;
import de.stadttor.saml.outcome.LoginOutcome;
import de.stadttor.saml.outcome.Rejection;
import de.stadttor.saml.profile.RequestBinding;
import de.stadttor.saml.profile.ResponsePolicy;
import de.stadttor.saml.profile.SamlProfile;
import de.stadttor.saml.profile.ServiceKeys;
import de.stadttor.saml.profile.SignatureScheme;
import de.stadttor.saml.testidp.Answer;
import de.stadttor.saml.testidp.Conduct;
import de.stadttor.saml.testidp.LoginMeans;
import de.stadttor.saml.testidp.answer.Attack;
import de.stadttor.saml.testidp.answer.EncryptionPlan;
import de.stadttor.saml.testidp.answer.Failure;
import de.stadttor.saml.testidp.answer.Field;
import de.stadttor.saml.testidp.answer.SigningPlan;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LoginTest {

    private final Trial trial = new Trial(TestProfiles.strict());

    @Test
    void letsTheHolderOfAnIdCardIn() {
        var login = loggedIn(trial.finish(trial.answer()));

        assertThat(login.level()).isEqualTo(AssuranceLevel.HIGH);
        assertThat(login.returnTo()).isEqualTo("/anliegen?id=1");
        assertThat(login.note()).isEqualTo("note");
        assertThat(login.profile()).isEqualTo("bayernid");
        assertThat(login.citizen().personKey().value()).isEqualTo("demo-citizen-high");
        assertThat(login.citizen().surname()).contains(new Datum<>("MUSTERMANN", TrustLevel.HOCH));
        assertThat(login.citizen().means()).contains(Means.EID);
    }

    @Test
    void tellsASelfAssertedMailAddressFromAProvenName() {
        var citizen = loggedIn(trial.finish(trial.answer())).citizen();

        assertThat(citizen.mail().orElseThrow().trust()).isEqualTo(TrustLevel.UNTERGEORDNET);
        assertThat(citizen.address().locality().orElseThrow()).isEqualTo(new Datum<>("KÖLN", TrustLevel.HOCH));
    }

    @ParameterizedTest
    @CsvSource({
        "citizen-basic, BENUTZERNAME, BASIC",
        "citizen-low, EIDAS, LOW",
        "citizen-substantial, ELSTER, SUBSTANTIAL",
        "citizen-substantial, AUTHEGA, SUBSTANTIAL",
        "citizen-high, EID, HIGH",
        "eu-citizen, EIDAS, HIGH",
        "fink-citizen, FINK, HIGH"
    })
    void letsEveryKindOfAccountInAtItsLevel(String person, LoginMeans means, AssuranceLevel level) {
        var login = loggedIn(trial.finish(trial.answer(AssuranceLevel.BASIC, person, means)));

        assertThat(login.level()).isEqualTo(level);
        assertThat(login.citizen().personKey().value()).isEqualTo("demo-" + person);
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheProviderOnBothBindings(RequestBinding binding) {
        for (var scheme : List.of(SignatureScheme.RSA_PSS_SHA256, SignatureScheme.RSA_SHA256)) {
            var other = new Trial(TestProfiles.of("bundid", binding, scheme, ResponsePolicy.STRICT));

            assertThat(loggedIn(other.finish(other.answer())).profile()).isEqualTo("bundid");
        }
    }

    @Test
    void takesRsaSha256OnlyWhereItIsAllowed() {
        var old = Attack.named("old-signature").signing(plan -> plan.algorithm(SigningPlan.RSA_SHA256));
        var lenient = new ResponsePolicy(
                EnumSet.allOf(SignatureScheme.class), Duration.ofSeconds(90), Duration.ofMinutes(10), true);
        var lenientTrial =
                new Trial(TestProfiles.of("bayernid", RequestBinding.POST, SignatureScheme.RSA_PSS_SHA256, lenient));
        lenientTrial.provider.behave(Conduct.HONEST.attacking(old));
        trial.provider.behave(Conduct.HONEST.attacking(old));

        assertThat(lenientTrial.finish(lenientTrial.answer())).isInstanceOf(LoginOutcome.LoggedIn.class);
        assertRejected(trial.finish(trial.answer()), Rejection.ASSERTION_SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource({EncryptionPlan.AES128_GCM, EncryptionPlan.AES256_GCM})
    void opensBothSizesOfGcmWithEitherOaep(String cipher) {
        for (String transport : List.of(EncryptionPlan.OAEP, EncryptionPlan.OAEP_MGF1P)) {
            trial.provider.behave(Conduct.HONEST.attacking(Attack.named("other-cipher")
                    .encrypting(plan -> plan.content(cipher).transport(transport))));

            assertThat(trial.finish(trial.answer())).isInstanceOf(LoginOutcome.LoggedIn.class);
        }
    }

    @Test
    void takesAnAnswerThatIsSignedAsAWholeToo() {
        trial.provider.behave(
                Conduct.HONEST.attacking(Attack.named("signed-twice").signingResponse()));

        assertThat(trial.finish(trial.answer())).isInstanceOf(LoginOutcome.LoggedIn.class);
    }

    @Test
    void followsTheProviderThroughAKeyRollover() {
        trial.provider.announce(TestKeys.NEXT_PROVIDER);
        var before = trial.finish(trial.answer());
        trial.provider.rollTo(TestKeys.NEXT_PROVIDER);
        var after = trial.finish(trial.answer());

        assertThat(List.of(before, after))
                .allSatisfy(each -> assertThat(each).isInstanceOf(LoginOutcome.LoggedIn.class));
    }

    @Test
    void opensWhatIsEncryptedToEitherOfOurKeysDuringARollover() {
        var strict = TestProfiles.strict();
        var keys = new ServiceKeys(
                strict.keys().signing(),
                List.of(TestKeys.ours(TestKeys.NEXT_DECRYPTION), TestKeys.ours(TestKeys.DECRYPTION)));
        var rolling = new Trial(new SamlProfile(
                strict.name(),
                strict.entityId(),
                strict.assertionConsumer(),
                strict.back(),
                strict.provider(),
                strict.request(),
                strict.policy(),
                keys,
                strict.operator()));
        rolling.provider.behave(Conduct.HONEST.attacking(Attack.named("to-our-old-key")
                .encrypting(_ -> EncryptionPlan.usual(TestKeys.DECRYPTION.certificate()))));

        assertThat(rolling.finish(rolling.answer())).isInstanceOf(LoginOutcome.LoggedIn.class);
    }

    @Test
    void takesAnAnswerOnce() {
        Answer answer = trial.answer();

        assertThat(trial.finish(answer)).isInstanceOf(LoginOutcome.LoggedIn.class);
        assertRejected(trial.finish(answer), Rejection.PENDING_LOGIN);
    }

    @Test
    void refusesAnAssertionTwiceEvenIfThePendingLoginCameBack() {
        Answer answer = trial.answer();
        var key = PendingKey.of(answer.relayState(), trial.browser);
        var login = trial.pending.take(key).block();
        trial.pending.save(key, login).block();
        assertThat(trial.finish(answer)).isInstanceOf(LoginOutcome.LoggedIn.class);
        trial.pending.save(key, login).block();

        assertRejected(trial.finish(answer), Rejection.REPLAY);
    }

    @Test
    void refusesAnotherBrowsersAnswerAndLeavesItToThatBrowser() {
        Answer answer = trial.answer();

        assertRejected(trial.finish(answer, BrowserSecret.random()), Rejection.PENDING_LOGIN);
        assertThat(trial.finish(answer)).isInstanceOf(LoginOutcome.LoggedIn.class);
    }

    @Test
    void refusesAnAnswerToALoginThatTookTooLong() {
        Answer answer = trial.answer();
        trial.clock.advance(Duration.ofMinutes(15));

        assertRejected(trial.finish(answer), Rejection.PENDING_LOGIN);
    }

    @Test
    void refusesAnAnswerThatOutlivedItsFiveMinutes() {
        Answer answer = trial.answer();
        trial.clock.advance(Duration.ofSeconds(5 * 60 + 89));
        Answer stillGood = trial.answer();
        trial.clock.advance(Duration.ofSeconds(5 * 60 + 89));

        assertThat(trial.finish(stillGood)).isInstanceOf(LoginOutcome.LoggedIn.class);
        assertRejected(trial.finish(answer), Rejection.ENVELOPE);
    }

    @Test
    void refusesAnAuthenticationFromBeforeWeAsked() {
        var early = Attack.named("old-login")
                .drafting(draft -> draft.with(
                        Field.AUTHN_INSTANT,
                        trial.clock.instant().minusSeconds(120).toString()));
        trial.provider.behave(Conduct.HONEST.attacking(early));

        assertRejected(trial.finish(trial.answer()), Rejection.CONDITIONS);
    }

    @Test
    void refusesAnAnswerWithoutALogin() {
        assertRejected(
                trial.finish(new Answer(
                        trial.profile.assertionConsumer(), trial.answer().samlResponse(), "https://evil.example/")),
                Rejection.PENDING_LOGIN);
    }

    @Test
    void refusesSeveralAnswersAtOnce() {
        Answer answer = trial.answer();
        var twice = List.of(answer.samlResponse(), answer.samlResponse());

        assertRejected(trial.finish(twice, List.of(answer.relayState()), trial.browser), Rejection.LIMITS);
        assertRejected(trial.finish(List.of(), List.of(answer.relayState()), trial.browser), Rejection.LIMITS);
        assertRejected(
                trial.finish(List.of(answer.samlResponse()), List.of("a", answer.relayState()), trial.browser),
                Rejection.LIMITS);
        assertRejected(trial.finish(List.of(answer.samlResponse()), List.of(), trial.browser), Rejection.LIMITS);
    }

    @ParameterizedTest
    @CsvSource({"262145", "10485760"})
    void refusesMoreBytesThanAnAnswerCanHave(int size) {
        String huge = Base64.getEncoder().encodeToString(new byte[size]);

        assertRejected(trial.finish(List.of(huge), List.of("x"), trial.browser), Rejection.LIMITS);
    }

    @Test
    void refusesWhatIsNotBase64() {
        assertRejected(trial.finish(List.of("%%%"), List.of("x"), trial.browser), Rejection.LIMITS);
    }

    @Test
    void forgetsLoginsOfABrowserThatWentBack() {
        Answer answer = trial.answer();
        trial.pending.forget(trial.browser.fingerprint()).block();

        assertRejected(trial.finish(answer), Rejection.PENDING_LOGIN);
    }

    @Test
    void endsRegularlyWhenThePersonCancelsOrDenies() {
        assertThat(trial.finish(trial.refusal(Failure.CANCELLED))).isEqualTo(new LoginOutcome.Cancelled());
        assertThat(trial.finish(trial.refusal(Failure.DENIED))).isEqualTo(new LoginOutcome.Denied());
        assertThat(trial.finish(trial.refusal(Failure.LEVEL_UNAVAILABLE)))
                .isEqualTo(new LoginOutcome.LevelUnavailable());
        assertThat(trial.finish(trial.refusal(Failure.FAULT))).isEqualTo(new LoginOutcome.ProviderFault());
    }

    @Test
    void namesTheAttributesThatAnAccountLacks() {
        var outcome = trial.finish(trial.answer(AssuranceLevel.HIGH, "guest", LoginMeans.EID));

        assertThat(outcome)
                .isEqualTo(new LoginOutcome.AttributesMissing(List.of("urn:oid:1.3.6.1.4.1.25484.494450.3")));
    }

    @Test
    void believesNoRefusalThatIsNotForUs() {
        Answer foreign = new Trial(TestProfiles.of(
                        "bundid", RequestBinding.POST, SignatureScheme.RSA_PSS_SHA256, ResponsePolicy.STRICT))
                .refusal(Failure.CANCELLED);

        assertRejected(
                trial.finish(
                        List.of(foreign.samlResponse()),
                        List.of(trial.ask(AssuranceLevel.LOW).relayState()),
                        trial.browser),
                Rejection.PENDING_LOGIN);
    }

    private static CitizenLogin loggedIn(LoginOutcome outcome) {
        assertThat(outcome).isInstanceOf(LoginOutcome.LoggedIn.class);
        return ((LoginOutcome.LoggedIn) outcome).login();
    }

    private static void assertRejected(LoginOutcome outcome, Rejection reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        LoginOutcome.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }
}
