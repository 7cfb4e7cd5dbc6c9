package de.stadttor.saml;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.saml.citizen.Means;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssuranceLevelTest {

    @ParameterizedTest
    @CsvSource({
        "BASIC, STORK-QAA-Level-1",
        "LOW, STORK-QAA-Level-2",
        "SUBSTANTIAL, STORK-QAA-Level-3",
        "HIGH, STORK-QAA-Level-4"
    })
    void speaksStork(AssuranceLevel level, String stork) {
        assertThat(level.stork()).isEqualTo(stork);
        assertThat(AssuranceLevel.ofStork(stork)).contains(level);
    }

    @ParameterizedTest
    @EnumSource
    void readsBackItsEidasIdentifier(AssuranceLevel level) {
        assertThat(level.eidas().flatMap(AssuranceLevel::ofEidas))
                .isEqualTo(level.eidas().map(_ -> level));
    }

    @Test
    void neverTakesUserNameAndPasswordForEidasLow() {
        assertThat(AssuranceLevel.BASIC.eidas()).isEmpty();
        assertThat(AssuranceLevel.BASIC.satisfies(AssuranceLevel.LOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "STORK-QAA-Level-0", "STORK-QAA-Level-5", "stork-qaa-level-3", " STORK-QAA-Level-3", "HIGH"})
    void knowsNoLevelBeyondTheFour(String text) {
        assertThat(AssuranceLevel.ofStork(text)).isEmpty();
    }

    @Test
    void offersOnlyMeansThatCanReachTheLevel() {
        var request = TestProfiles.strict().request();

        assertThat(request.meansFor(AssuranceLevel.HIGH)).containsExactly(Means.EID, Means.EIDAS, Means.FINK);
        assertThat(request.meansFor(AssuranceLevel.SUBSTANTIAL)).doesNotContain(Means.BENUTZERNAME);
        assertThat(request.meansFor(AssuranceLevel.BASIC)).contains(Means.BENUTZERNAME);
    }
}
