package de.stadttor.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.OIDCError;
import de.stadttor.identity.oauth.LoginWish.Decision;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginWishTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Attempt FIRST_LOGIN = new Attempt(NOON, Instant.EPOCH);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, BASIC",
                "acr_values=, BASIC",
                "acr_values=high, HIGH",
                "acr_values=high%20substantial, SUBSTANTIAL",
                "acr_values=urn:other%20high, HIGH",
                "acr_values=low%20high, LOW"
            })
    void asksForTheWeakestLevelThatWillDo(String query, AssuranceLevel level) {
        assertThat(wish(query).decide(null, null, NOON)).isEqualTo(new Decision.LogIn(level, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIGH", "highest", "4", "high,low", "hig%00h"})
    void refusesALevelThatNobodyCanReach(String level) {
        refuses(wish("acr_values=" + level).decide(null, null, NOON), OIDCError.UNMET_AUTHENTICATION_REQUIREMENTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "", "99999999999999999999"})
    void knowsNoSuchAge(String age) {
        assertThatThrownBy(() -> wish("max_age=" + age)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesALoginThatHasAgedForWhatItIsWorthNow() {
        Session session = session(AssuranceLevel.HIGH, NOON);
        var wish = wish("acr_values=high");
        assertThat(wish.decide(session, null, NOON.plusSeconds(299))).isInstanceOf(Decision.Grant.class);
        assertThat(wish.decide(session, null, NOON.plusSeconds(300)))
                .isEqualTo(new Decision.LogIn(AssuranceLevel.HIGH, false));
    }

    @Test
    void takesALoginThatIsYoungEnough() {
        Session session = session(AssuranceLevel.LOW, NOON);
        var wish = wish("max_age=60");
        assertThat(wish.decide(session, null, NOON.plusSeconds(60))).isInstanceOf(Decision.Grant.class);
        assertThat(wish.decide(session, null, NOON.plusSeconds(61)))
                .isEqualTo(new Decision.LogIn(AssuranceLevel.BASIC, true));
    }

    @Test
    void takesANewLoginOnlyWhenItIsNewerThanTheOneBefore() {
        var before = new Attempt(NOON, NOON);
        var wish = wish("prompt=login");
        assertThat(wish.decide(session(AssuranceLevel.LOW, NOON.plusMillis(1)), before, NOON.plusSeconds(1)))
                .isInstanceOf(Decision.Grant.class);
        refuses(wish.decide(session(AssuranceLevel.LOW, NOON), before, NOON.plusSeconds(1)), OIDCError.LOGIN_REQUIRED);
    }

    @Test
    void sendsNobodyToTheLoginASecondTime() {
        refuses(wish(null).decide(null, FIRST_LOGIN, NOON), OAuth2Error.ACCESS_DENIED);
        refuses(
                wish("acr_values=high").decide(session(AssuranceLevel.LOW, NOON), FIRST_LOGIN, NOON),
                OIDCError.UNMET_AUTHENTICATION_REQUIREMENTS);
    }

    @Test
    void showsNoPageWhenNoneIsAllowed() {
        var silent = wish("prompt=none&acr_values=high");
        refuses(silent.decide(null, null, NOON), OIDCError.LOGIN_REQUIRED);
        refuses(silent.decide(session(AssuranceLevel.LOW, NOON), null, NOON), OIDCError.INTERACTION_REQUIRED);
        assertThat(silent.decide(session(AssuranceLevel.HIGH, NOON), null, NOON))
                .isInstanceOf(Decision.Grant.class);
        refuses(
                wish("prompt=none").decide(session(AssuranceLevel.LOW, NOON), null, NOON.plus(Duration.ofDays(1))),
                OIDCError.LOGIN_REQUIRED);
    }

    private static void refuses(Decision decision, ErrorObject error) {
        assertThat(decision).isEqualTo(new Decision.Refuse(error));
    }

    private static LoginWish wish(String more) {
        try {
            return LoginWish.of(AuthorizationRequest.parse(
                    "response_type=code&client_id=demo-app" + (more == null ? "" : "&" + more)));
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static Session session(AssuranceLevel level, Instant at) {
        return new Session(
                new SessionId(new UUID(0, 1)), new CitizenId(new UUID(0, 2)), "bayernid", level, at, at, at, null);
    }
}
