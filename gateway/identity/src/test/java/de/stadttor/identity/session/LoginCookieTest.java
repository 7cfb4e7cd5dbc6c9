package de.stadttor.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.sessions.SessionSecret;
import de.stadttor.web.PublicUrl;
import java.net.URI;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class LoginCookieTest {

    private static final SessionSecret SECRET = SessionSecret.random(new SecureRandom());

    private final LoginCookie secure = cookie("https://gateway.example");
    private final LoginCookie plain = cookie("http://localhost:8080");

    @Test
    void isBoundToTheHostOverHttps() {
        assertThat(secure.of(SECRET).toString())
                .isEqualTo("__Host-stadttor-login=" + SECRET.value() + "; Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(secure.gone().toString())
                .startsWith("__Host-stadttor-login=; Path=/; Max-Age=0;")
                .contains("Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void worksWithoutHttpsOnOnesOwnMachine() {
        assertThat(plain.of(SECRET).toString())
                .isEqualTo("stadttor-login=" + SECRET.value() + "; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void isReadUnderItsOwnNameOnly() {
        assertThat(secure.read(request("__Host-stadttor-login", SECRET.value())))
                .isEqualTo(SECRET);
        assertThat(secure.read(request("stadttor-login", SECRET.value()))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void isNotLookedUpWhenItCannotBeOurs(String value) {
        assertThat(plain.read(request("stadttor-login", value))).isNull();
    }

    private static MockServerHttpRequest request(String name, String value) {
        return MockServerHttpRequest.get("/")
                .cookie(new HttpCookie(name, value))
                .build();
    }

    private static LoginCookie cookie(String url) {
        return new LoginCookie(new PublicUrl(URI.create(url)));
    }
}
