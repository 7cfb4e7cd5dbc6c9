package de.stadttor.web.callers;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.people.Machine;
import de.stadttor.web.Api;
import de.stadttor.web.ClaimNames;
import de.stadttor.web.TrustedIssuer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

class TokenCallersTest {

    private final TokenCallers callers = new TokenCallers();

    @ParameterizedTest
    @MethodSource("insektennest")
    void aTokenThatNamesFormsIsGoodForThoseAlone(Map<String, Object> claims) {
        assertThat(forms(claims)).containsExactly("insektennest");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aClaimOfAnUnknownShapeGrantsNoForm(Map<String, Object> claims) {
        assertThat(forms(claims)).isEmpty();
    }

    @Test
    void aTokenThatNamesNoFormIsGoodForAll() {
        assertThat(forms(Map.of())).containsExactly("*");
        assertThat(forms(Map.of("scope", ""))).containsExactly("*");
        assertThat(forms(Map.of("scope", "openid profile"))).containsExactly("*");
        assertThat(forms(Map.of("scope", List.of("openid", "profile")))).containsExactly("*");
    }

    private static Stream<Map<String, Object>> insektennest() {
        return Stream.of(
                Map.of("forms", List.of("insektennest")),
                Map.of("scope", "openid form:insektennest"),
                Map.of("scope", List.of("openid", "form:insektennest")),
                Map.of("scp", List.of("form:insektennest")),
                Map.of("scp", "form:insektennest"));
    }

    private static Stream<Map<String, Object>> unreadable() {
        return Stream.of(
                Map.of("forms", "insektennest"),
                Map.of("forms", List.of(7)),
                Map.of("scope", Map.of("form", "insektennest")),
                Map.of("scope", List.of("openid", Map.of("form", "insektennest"))),
                Map.of("scope", 7));
    }

    private Set<String> forms(Map<String, Object> claims) {
        var issuer = new TrustedIssuer(
                "https://issuer.example", _ -> Mono.empty(), Set.of(), Set.of(), ClaimNames.OURS, _ -> Mono.empty());
        var token = Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .subject("s")
                .claims(all -> all.putAll(claims))
                .build();
        return callers.caller(Api.INTAKE, issuer, token)
                .cast(Machine.class)
                .block()
                .forms();
    }
}
