package de.stadttor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class ClaimNamesTest {

    private final ClaimNames names = new ClaimNames("realm_access.roles", "https://stadt.example/queues");

    @Test
    void leadIntoObjects() {
        assertThat(names.roles(token("realm_access", Map.of("roles", List.of("caseworker", "admin")))))
                .containsExactly("caseworker", "admin");
    }

    @Test
    void mayHaveDotsThemselves() {
        assertThat(names.queues(token("https://stadt.example/queues", List.of("umwelt"))))
                .containsExactly("umwelt");
    }

    @Test
    void findNothingWhereThereIsNoListOfTexts() {
        assertThat(names.roles(token("realm_access", "caseworker"))).isEmpty();
        assertThat(names.roles(token("realm_access", Map.of("roles", "caseworker"))))
                .isEmpty();
        assertThat(names.roles(token("roles", List.of("caseworker")))).isEmpty();
        assertThat(names.roles(token("realm_access", Map.of("roles", List.of(7, "caseworker")))))
                .containsExactly("caseworker");
    }

    private static Jwt token(String claim, Object value) {
        return Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .claim(claim, value)
                .build();
    }
}
