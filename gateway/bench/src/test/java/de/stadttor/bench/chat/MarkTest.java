package de.stadttor.bench.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkTest {

    @Test
    void isFoundInTheTextThatItMarks() {
        var mark = new Mark(4711, 12);
        assertThat(Mark.of(mark.text())).isEqualTo(mark);
        assertThat(Mark.of(mark.toString())).isEqualTo(mark);
    }
}
