package de.stadttor.identity.login;

import de.stadttor.logins.VerifiedLogin;
import de.stadttor.people.Identity;
import de.stadttor.people.VerifiedDatum;
import de.stadttor.people.VerifiedDatum.Kind;
import de.stadttor.saml.citizen.CitizenAttribute;
import de.stadttor.saml.citizen.VerifiedCitizen;
import de.stadttor.saml.outcome.CitizenLogin;
import de.stadttor.saml.profile.SamlProfiles;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes from a login what is kept here; the rest of what was delivered is forgotten with the request. */
@Component
final class LoginReader {

    private static final String BAYERNID = "bayernid";
    private static final int LONGEST = 500;

    /** There are none where logins are left to another issuer. */
    private final ObjectProvider<SamlProfiles> profiles;

    private final Clock clock;

    LoginReader(ObjectProvider<SamlProfiles> profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    VerifiedLogin read(CitizenLogin login) {
        Instant now = clock.instant();
        return new VerifiedLogin(
                identity(login),
                login.profile(),
                Levels.ours(login.level()),
                login.authenticatedAt(),
                data(login.citizen(), now));
    }

    /** The pseudonym is made for the host of our entity id: the same text for another host is another person. */
    private Identity identity(CitizenLogin login) {
        String entityId =
                profiles.getObject().find(login.profile()).orElseThrow().entityId();
        String host = URI.create(entityId).getHost().toLowerCase(Locale.ROOT);
        String pseudonym = login.citizen().personKey().value();
        return login.profile().equals(BAYERNID)
                ? new Identity.BayernId(host, pseudonym)
                : new Identity.Foreign(login.profile(), host, pseudonym);
    }

    private static List<VerifiedDatum> data(VerifiedCitizen citizen, Instant now) {
        return Arrays.stream(Kind.values())
                .map(kind -> datum(citizen, kind, now))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<VerifiedDatum> datum(VerifiedCitizen citizen, Kind kind, Instant now) {
        return citizen.datum(attribute(kind))
                .filter(datum -> datum.value().length() <= LONGEST)
                .map(datum -> new VerifiedDatum(
                        kind, datum.value(), Levels.ours(datum.trust().asAssuranceLevel()), now));
    }

    private static CitizenAttribute attribute(Kind kind) {
        return switch (kind) {
            case GIVEN_NAME -> CitizenAttribute.GIVEN_NAME;
            case SURNAME -> CitizenAttribute.SURNAME;
            case MAIL -> CitizenAttribute.MAIL;
        };
    }
}
