package de.stadttor.saml.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "/a/b?c=d&e=%2F%2Fhost#f", "/a//b"})
    void letsPathsOfOursThrough(String path) {
        assertThat(LocalPath.of(path)).contains(new LocalPath(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "a",
                " /a",
                "/a\tb",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: x=y",
                "/ä",
                "/a b",
                "/a\\b"
            })
    void letsNothingThroughThatABrowserMightTakeForAnotherHost(String path) {
        assertThat(LocalPath.of(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 100_000})
    void letsNothingEndlessThrough(int length) {
        assertThat(LocalPath.of("/" + "a".repeat(length - 1))).isEmpty();
    }
}
