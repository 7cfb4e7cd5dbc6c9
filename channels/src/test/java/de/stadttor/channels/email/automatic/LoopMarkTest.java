package de.stadttor.channels.email.automatic;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.email.mime.HeaderField;
import de.stadttor.channels.email.mime.HeaderFields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopMarkTest {

    private final LoopMark mark = LoopMark.signedWith("ein Schlüssel nur für Tests".getBytes(StandardCharsets.UTF_8));

    @Test
    void knowsItsOwnMarkAgain() {
        assertThat(mark.isOurs(marked(mark.write("4711")))).isTrue();
    }

    @Test
    void refusesAMarkThatWasMadeUp() {
        assertThat(mark.isOurs(marked("4711.00ff"))).isFalse();
    }

    @Test
    void refusesTheMarkOfAnotherMail() {
        String signature = mark.write("4711").substring(5);
        assertThat(mark.isOurs(marked("4712." + signature))).isFalse();
    }

    @Test
    void trustsNoMarkWithoutAKey() {
        assertThat(LoopMark.UNKNOWN.isOurs(marked(mark.write("4711")))).isFalse();
    }

    private static HeaderFields marked(String value) {
        return new HeaderFields(List.of(new HeaderField(LoopMark.FIELD, value)));
    }
}
