package de.stadttor.web.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void keepsWhatPeopleWrite() {
        assertThat(PlainText.of("Grüß Gott!\n\t<b>שלום</b> 👋")).isEqualTo("Grüß Gott!\n\t<b>שלום</b> 👋");
    }

    @Test
    void takesOutMarksThatTurnTextAround() {
        assertThat(PlainText.of("a\u202Eb\u2066c\u2069d\u202C")).isEqualTo("abcd");
    }

    @Test
    void takesOutControlCharacters() {
        assertThat(PlainText.of("a\u0007b\u001B[31mc\u0085d")).isEqualTo("ab[31mcd");
    }

    @Test
    void composesCharacters() {
        assertThat(PlainText.of("u\u0308")).isEqualTo("ü");
    }

    @Test
    void makesOneLineWhereOneIsWanted() {
        assertThat(PlainText.line(" Erika\r\n Muster\tmann ")).isEqualTo("Erika Muster mann");
    }
}
