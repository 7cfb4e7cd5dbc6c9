package de.stadttor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import de.stadttor.people.Machine;
import de.stadttor.seals.Seal;
import java.util.Set;

/** Replays what fuzzing has found, and fuzzes when the environment says {@code JAZZER_FUZZ=1}. */
class CursorFuzzTest {

    private static final Cursors CURSORS = new Cursors(Seal.derive(new byte[32], "cursors"));
    private static final Machine CALLER = new Machine("formserver", Set.of());

    @FuzzTest(maxDuration = "60s")
    void opensNothingThatItDidNotClose(FuzzedDataProvider data) {
        String cursor = data.consumeString(200);
        try {
            CURSORS.open(CALLER, data.consumeString(20), cursor);
            throw new AssertionError("forged: " + cursor);
        } catch (BadRequest e) {
            assertThat(e.reason()).isEqualTo(BadRequest.Reason.CURSOR);
        }
    }

    @FuzzTest(maxDuration = "60s")
    void opensWhatItClosedForTheSameListOnly(FuzzedDataProvider data) {
        String filter = data.consumeAsciiString(20);
        String place = data.consumeAsciiString(100);
        String cursor = CURSORS.close(CALLER, filter, place);
        assertThat(CURSORS.open(CALLER, filter, cursor)).isEqualTo(place);
        try {
            CURSORS.open(CALLER, filter + data.consumeAsciiString(5) + "x", cursor);
            throw new AssertionError("another list's: " + cursor);
        } catch (BadRequest e) {
            assertThat(e.reason()).isEqualTo(BadRequest.Reason.CURSOR);
        }
    }
}
