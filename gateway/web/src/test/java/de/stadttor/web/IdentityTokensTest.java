package de.stadttor.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.Identity;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.test.StepVerifier;

class IdentityTokensTest {

    private final IdentityTokens tokens = new IdentityTokens(
            InMemoryPorts.fresh().citizens(),
            token -> new Identity.BayernId("stadt.example", token.getSubject()),
            Map.of("STORK-QAA-Level-3", AssuranceLevel.SUBSTANTIAL));

    @Test
    void nameTheSameCitizenEachTimeAtTheLevelThatTheirAcrStandsFor() {
        Citizen once = tokens.citizen(token("STORK-QAA-Level-3")).block();
        assertThat(once.level()).isEqualTo(AssuranceLevel.SUBSTANTIAL);
        assertThat(tokens.citizen(token("STORK-QAA-Level-3")).block().id()).isEqualTo(once.id());
    }

    @Test
    void areOfTheWeakestLevelWhenTheyNameNone() {
        assertThat(tokens.citizen(token(null)).block().level()).isEqualTo(AssuranceLevel.BASIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"high", "substantial", "STORK-QAA-Level-4", "stork-qaa-level-3", ""})
    void areRefusedWithALevelThatTheOperatorDidNotName(String acr) {
        tokens.citizen(token(acr)).as(StepVerifier::create).verifyError(BadCredentialsException.class);
    }

    private static Jwt token(String acr) {
        return Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .subject("pseudonym")
                .expiresAt(Instant.parse("2026-11-22T12:05:00Z"))
                .claims(claims -> {
                    if (acr != null) {
                        claims.put("acr", acr);
                    }
                })
                .build();
    }
}
