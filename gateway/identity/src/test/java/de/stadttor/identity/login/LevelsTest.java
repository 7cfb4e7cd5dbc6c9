package de.stadttor.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.people.AssuranceLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LevelsTest {

    @ParameterizedTest
    @EnumSource
    void bearTheSameNamesOnBothSides(AssuranceLevel level) {
        assertThat(Levels.theirs(level).name()).isEqualTo(level.name());
        assertThat(Levels.ours(Levels.theirs(level))).isEqualTo(level);
    }

    @Test
    void areInTheSameOrderOnBothSides() {
        assertThat(de.stadttor.saml.AssuranceLevel.values())
                .extracting(Enum::name)
                .containsExactly("BASIC", "LOW", "SUBSTANTIAL", "HIGH");
        assertThat(AssuranceLevel.values())
                .extracting(Enum::name)
                .containsExactly("BASIC", "LOW", "SUBSTANTIAL", "HIGH");
    }
}
