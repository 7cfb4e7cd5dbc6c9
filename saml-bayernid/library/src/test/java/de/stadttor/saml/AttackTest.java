package de.stadttor.saml;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.saml.outcome.LoginOutcome;
import de.stadttor.saml.outcome.Rejection;
import de.stadttor.saml.testidp.Conduct;
import de.stadttor.saml.testidp.answer.Attack;
import de.stadttor.saml.testidp.answer.Attacks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every attack of the catalogue, each refused by the check that is there for it. The column "readable" is the same
 * attack on an assertion in the clear, towards a profile that allows it.
 */
class AttackTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # signature wrapping            | encrypted           | readable
        xsw1                            | SHAPE               | SHAPE
        xsw2                            | PARSING             | PARSING
        xsw3                            | SHAPE               | SHAPE
        xsw4                            | DECRYPTION          | PARSING
        xsw5                            | SHAPE               | SHAPE
        xsw6                            | DECRYPTION          | PARSING
        xsw7                            | SHAPE               | SHAPE
        xsw8                            | SHAPE               | SHAPE
        # signatures
        unsigned                        | ASSERTION_SIGNATURE | ASSERTION_SIGNATURE
        unsigned-assertion-in-signed-response | ASSERTION_SIGNATURE | ASSERTION_SIGNATURE
        changed-after-signing           | ASSERTION_SIGNATURE | ASSERTION_SIGNATURE
        response-changed-after-signing  | RESPONSE_SIGNATURE  | RESPONSE_SIGNATURE
        response-signed-by-foreign-key  | RESPONSE_SIGNATURE  | RESPONSE_SIGNATURE
        key-info-substitution           | ASSERTION_SIGNATURE | ASSERTION_SIGNATURE
        sha1-signature                  | ASSERTION_SIGNATURE | ASSERTION_SIGNATURE
        sha1-digest                     | ASSERTION_SIGNATURE | ASSERTION_SIGNATURE
        empty-reference                 | ASSERTION_SIGNATURE | ASSERTION_SIGNATURE
        canonicalization-with-comments  | ASSERTION_SIGNATURE | ASSERTION_SIGNATURE
        transform-with-comments         | ASSERTION_SIGNATURE | ASSERTION_SIGNATURE
        xpath-transform                 | ASSERTION_SIGNATURE | ASSERTION_SIGNATURE
        xslt-transform                  | ASSERTION_SIGNATURE | ASSERTION_SIGNATURE
        several-signed-infos            | DECRYPTION          | PARSING
        several-references              | ASSERTION_SIGNATURE | ASSERTION_SIGNATURE
        key-info-retrieval              | ASSERTION_SIGNATURE | ASSERTION_SIGNATURE
        object-in-signature             | ASSERTION_SIGNATURE | ASSERTION_SIGNATURE
        second-signature                | DECRYPTION          | PARSING
        # who, for whom, when
        wrong-audience                  | CONDITIONS          | CONDITIONS
        wrong-recipient                 | CONDITIONS          | CONDITIONS
        missing-recipient               | CONDITIONS          | CONDITIONS
        wrong-destination               | ENVELOPE            | ENVELOPE
        missing-destination             | ENVELOPE            | ENVELOPE
        wrong-response-issuer           | ENVELOPE            | ENVELOPE
        wrong-assertion-issuer          | CONDITIONS          | CONDITIONS
        wrong-in-response-to            | PENDING_LOGIN       | PENDING_LOGIN
        missing-in-response-to          | PENDING_LOGIN       | PENDING_LOGIN
        wrong-confirmation-in-response-to   | CONDITIONS      | CONDITIONS
        missing-confirmation-in-response-to | CONDITIONS      | CONDITIONS
        expired-conditions              | CONDITIONS          | CONDITIONS
        expired-confirmation            | CONDITIONS          | CONDITIONS
        missing-confirmation-end        | CONDITIONS          | CONDITIONS
        not-yet-valid                   | CONDITIONS          | CONDITIONS
        confirmation-with-not-before    | CONDITIONS          | CONDITIONS
        stale-response                  | ENVELOPE            | ENVELOPE
        stale-assertion                 | CONDITIONS          | CONDITIONS
        stale-authn-instant             | CONDITIONS          | CONDITIONS
        # level and person
        level-too-low                   | LEVEL_AND_ATTRIBUTES | LEVEL_AND_ATTRIBUTES
        level-unknown                   | LEVEL_AND_ATTRIBUTES | LEVEL_AND_ATTRIBUTES
        level-eidas-uri                 | LEVEL_AND_ATTRIBUTES | LEVEL_AND_ATTRIBUTES
        level-attribute-lower           | LEVEL_AND_ATTRIBUTES | LEVEL_AND_ATTRIBUTES
        person-key-missing              | LEVEL_AND_ATTRIBUTES | LEVEL_AND_ATTRIBUTES
        person-key-twice                | LEVEL_AND_ATTRIBUTES | LEVEL_AND_ATTRIBUTES
        control-character               | LEVEL_AND_ATTRIBUTES | LEVEL_AND_ATTRIBUTES
        # the document
        two-assertions                  | SHAPE               | SHAPE
        duplicate-ids                   | SHAPE               | SHAPE
        relative-namespace              | SHAPE               | SHAPE
        doctype                         | PARSING             | PARSING
        entity-expansion                | PARSING             | PARSING
        external-entity                 | PARSING             | PARSING
        external-dtd                    | PARSING             | PARSING
        deep-nesting                    | PARSING             | PARSING
        unknown-encoding                | PARSING             | PARSING
        not-xml                         | PARSING             | PARSING
        truncated                       | PARSING             | PARSING
        trailing-junk                   | PARSING             | PARSING
        """)
    void refuses(String attack, Rejection encrypted, Rejection readable) {
        assertThat(rejectionOfEncrypted(attack)).isEqualTo(encrypted);
        assertThat(rejectionOfReadable(attack)).isEqualTo(readable);
    }

    @ParameterizedTest
    @MethodSource("encryptionAttacks")
    void refusesWeakOrTrickyEncryptionWithoutSayingWhy(Attack attack) {
        assertThat(outcome(attack, Conduct.HONEST))
                .isEqualTo(new LoginOutcome.Rejected(Rejection.DECRYPTION, List.of("failed")));
    }

    @ParameterizedTest
    @MethodSource("commentAttacks")
    void readsValuesWholeWhenACommentIsPutInside(Attack attack) {
        var outcome = outcome(attack, Conduct.HONEST);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        LoginOutcome.LoggedIn.class,
                        loggedIn -> assertThat(
                                        loggedIn.login().citizen().personKey().value())
                                .isEqualTo("demo-citizen-high"));
    }

    @Test
    void refusesAReadableAssertionWhereEncryptionIsDemanded() {
        assertThat(outcome(Attack.NONE, Conduct.HONEST.readable()))
                .isEqualTo(new LoginOutcome.Rejected(Rejection.DECRYPTION, List.of("not-encrypted")));
    }

    @Test
    void listsEveryAttackThatTheTestProviderKnows() {
        assertThat(Stream.of(Attacks.wrapping(), Attacks.signature(), Attacks.content(), Attacks.xml())
                        .flatMap(List::stream)
                        .map(Attack::name))
                .hasSize(64)
                .doesNotHaveDuplicates();
    }

    static List<Attack> encryptionAttacks() {
        return Attacks.encryption();
    }

    static List<Attack> commentAttacks() {
        return Attacks.comments();
    }

    private static Rejection rejectionOfEncrypted(String attack) {
        return rejection(outcome(Attacks.find(attack).orElseThrow(), Conduct.HONEST));
    }

    private static Rejection rejectionOfReadable(String attack) {
        var trial = new Trial(TestProfiles.readable());
        trial.provider.behave(
                Conduct.HONEST.readable().attacking(Attacks.find(attack).orElseThrow()));
        return rejection(trial.finish(trial.answer()));
    }

    private static LoginOutcome outcome(Attack attack, Conduct conduct) {
        var trial = new Trial(TestProfiles.strict());
        trial.provider.behave(conduct.attacking(attack));
        return trial.finish(trial.answer());
    }

    private static Rejection rejection(LoginOutcome outcome) {
        assertThat(outcome).isInstanceOf(LoginOutcome.Rejected.class);
        return ((LoginOutcome.Rejected) outcome).reason();
    }
}
