package de.stadttor.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUriTest {

    @ParameterizedTest
    @CsvSource({
        "https://app.example/callback, https://app.example/callback",
        "https://app.example/callback?tenant=1, https://app.example/callback?tenant=1",
        "de.example.app:/callback, de.example.app:/callback",
        "http://127.0.0.1/callback, http://127.0.0.1/callback",
        "http://127.0.0.1/callback, http://127.0.0.1:1/callback",
        "http://127.0.0.1/callback, http://127.0.0.1:65535/callback",
        "http://[::1]/callback, http://[::1]:4711/callback"
    })
    void coversItself(String registered, String address) {
        assertThat(new RedirectUri(registered).covers(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://127.0.0.1:4711/callback/",
                "http://127.0.0.1:4711/callback/../evil",
                "http://127.0.0.1:4711/Callback",
                "http://127.0.0.1:4711/callback?x=1",
                "http://127.0.0.1:4711/callback#x",
                "http://127.0.0.1:4711/%63allback",
                "http://127.0.0.1:4711//callback",
                "http://127.0.0.1:/callback",
                "http://127.0.0.1:0/callback",
                "http://127.0.0.1:65536/callback",
                "http://127.0.0.1:4711@evil.example/callback",
                "http://127.0.0.1@evil.example/callback",
                "http://127.0.0.1.evil.example/callback",
                "http://127.0.0.1:80:90/callback",
                "http://127.0.0.1 :4711/callback",
                "http://127.0.0.1:٤/callback",
                "http://127.1:4711/callback",
                "http://2130706433:4711/callback",
                "http://localhost:4711/callback",
                "http://[::1]:4711/callback",
                "https://127.0.0.1:4711/callback",
                "HTTP://127.0.0.1:4711/callback",
                "http:\\\\127.0.0.1:4711/callback",
                "http://127.0.0.1:4711/callback\r\nX: y",
                " http://127.0.0.1:4711/callback",
                "javascript:alert(1)"
            })
    void coversNothingElse(String address) {
        assertThat(new RedirectUri("http://127.0.0.1/callback").covers(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example:8443/callback",
                "https://app.example.evil.example/callback",
                "https://APP.example/callback"
            })
    void leavesThePortOfNothingButALoopbackAddressOpen(String address) {
        assertThat(new RedirectUri("https://app.example/callback").covers(address))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "callback",
                "http://app.example/callback",
                "http://localhost/callback",
                "http://127.0.0.1:8080/callback",
                "http://127.0.0.1",
                "https://app.example/callback#x",
                "https://user@app.example/callback",
                "https:///callback",
                "app:/callback",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://app.example/a b"
            })
    void isNotRegisteredWhereItIsNotSafe(String address) {
        assertThatThrownBy(() -> new RedirectUri(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
    }
}
