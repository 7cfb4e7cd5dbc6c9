package de.stadttor.saml.response;

import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.citizen.CitizenAttribute;
import de.stadttor.saml.citizen.CitizenReader;
import de.stadttor.saml.citizen.CitizenReader.Reading;
import de.stadttor.saml.citizen.Datum;
import de.stadttor.saml.citizen.VerifiedCitizen;
import de.stadttor.saml.opensaml.AssertionFacts;
import de.stadttor.saml.outcome.CitizenLogin;
import de.stadttor.saml.outcome.Rejection;
import de.stadttor.saml.outcome.ResponseRefused;
import de.stadttor.saml.profile.RequestedAttribute;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Check 11: the level reached is at least the one asked for, and the attributes make a person. */
final class LevelAndAttributes {

    private static final Logger LOG = LoggerFactory.getLogger(LevelAndAttributes.class);

    /** The login, or {@link ResponseRefused}. */
    CitizenLogin decide(AssertionFacts assertion, Expectation expected) {
        var authentication = assertion.authentications().getFirst();
        VerifiedCitizen citizen = citizen(assertion, expected);
        AssuranceLevel level = level(String.valueOf(authentication.classReference()), citizen);
        if (!level.satisfies(expected.login().level())) {
            throw refused("level-too-low");
        }
        return new CitizenLogin(
                citizen,
                level,
                expected.profile().name(),
                authentication.at(),
                expected.login().returnTo(),
                expected.login().note());
    }

    private static VerifiedCitizen citizen(AssertionFacts assertion, Expectation expected) {
        return switch (CitizenReader.read(assertion.attributes(), required(expected))) {
            case Reading.Citizen(var citizen) -> citizen;
            case Reading.Unreadable(var violations) ->
                throw new ResponseRefused(Rejection.LEVEL_AND_ATTRIBUTES, violations);
        };
    }

    private static Set<CitizenAttribute> required(Expectation expected) {
        return expected.profile().request().attributes().stream()
                .filter(RequestedAttribute::required)
                .map(RequestedAttribute::attribute)
                .collect(Collectors.toSet());
    }

    /** The authentication context decides; where the attribute says less, it wins, as a level is a promise. */
    private static AssuranceLevel level(String classReference, VerifiedCitizen citizen) {
        AssuranceLevel stated = AssuranceLevel.ofStork(classReference).orElseThrow(() -> refused("level-unknown"));
        var attribute = citizen.datum(CitizenAttribute.QAA_LEVEL).map(Datum::value);
        if (attribute.isEmpty()) {
            return stated;
        }
        AssuranceLevel repeated = citizen.qaaLevel().orElseThrow(() -> refused("level-attribute-unknown"));
        if (repeated != stated) {
            LOG.warn("levels differ: authentication context {}, attribute {}; the lower one counts", stated, repeated);
        }
        return stated.lowerOf(repeated);
    }

    private static ResponseRefused refused(String violation) {
        return new ResponseRefused(Rejection.LEVEL_AND_ATTRIBUTES, violation);
    }
}
