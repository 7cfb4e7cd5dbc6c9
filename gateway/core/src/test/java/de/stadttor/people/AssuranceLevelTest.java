package de.stadttor.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AssuranceLevelTest {

    @Test
    void satisfiesItselfAndEverythingWeaker() {
        for (AssuranceLevel given : AssuranceLevel.values()) {
            for (AssuranceLevel required : AssuranceLevel.values()) {
                assertThat(given.satisfies(required)).isEqualTo(given.ordinal() >= required.ordinal());
            }
        }
    }

    @Test
    void isOrderedAsTheRegulationOrdersIt() {
        assertThat(AssuranceLevel.values())
                .containsExactly(
                        AssuranceLevel.BASIC, AssuranceLevel.LOW, AssuranceLevel.SUBSTANTIAL, AssuranceLevel.HIGH);
    }

    @Test
    void picksTheStrongerOfTwo() {
        assertThat(AssuranceLevel.LOW.atLeast(AssuranceLevel.HIGH)).isEqualTo(AssuranceLevel.HIGH);
        assertThat(AssuranceLevel.HIGH.atLeast(AssuranceLevel.LOW)).isEqualTo(AssuranceLevel.HIGH);
    }

    @Test
    void readsTheCodesItWrites() {
        for (AssuranceLevel level : AssuranceLevel.values()) {
            assertThat(AssuranceLevel.of(level.code())).isEqualTo(level);
        }
        assertThatThrownBy(() -> AssuranceLevel.of("normal")).isInstanceOf(IllegalArgumentException.class);
    }
}
