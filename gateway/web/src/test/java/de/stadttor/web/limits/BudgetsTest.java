package de.stadttor.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetsTest {

    private final Budgets budgets = new Budgets(new Rate(1, 3));

    @Test
    void giveAsMuchAsTheBurstAndThenSayHowLongToWait() {
        assertThat(budgets.spend("a").remaining()).isEqualTo(2);
        assertThat(budgets.spend("a").remaining()).isEqualTo(1);
        assertThat(budgets.pause("a")).isZero();
        assertThat(budgets.spend("a").allowed()).isTrue();
        var refused = budgets.spend("a");
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.pause()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(budgets.pause("a")).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void areEachSourcesOwn() {
        for (int times = 0; times < 4; times++) {
            budgets.spend("a");
        }
        assertThat(budgets.spend("b").allowed()).isTrue();
    }

    @Test
    void knowHowLongTheyTakeToBeFullAgain() {
        assertThat(new Rate(2, 5).window()).isEqualTo(Duration.ofSeconds(3));
        assertThat(new Rate(2, 5).times(10)).isEqualTo(new Rate(20, 50));
    }

    @Test
    void haveNoRateOfNothing() {
        assertThatThrownBy(() -> new Rate(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(10, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
