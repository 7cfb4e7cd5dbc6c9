package de.stadttor.bench.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final List<String> ACKNOWLEDGED = List.of("1-1", "2-1", "1-2");

    @Test
    void findsNothingWrongWhereChatsCameInBetweenEachOther() {
        assertThat(Ledger.of(ACKNOWLEDGED, List.of("2-1", "1-1", "1-2"))).isEqualTo(new Ledger(3, 0, 0, 0));
    }

    @Test
    void countsWhatWasAcknowledgedAndIsNotThere() {
        assertThat(Ledger.of(ACKNOWLEDGED, List.of("1-1", "1-2")).lost()).isOne();
    }

    @Test
    void seesNoLossInWhatWasNeverAcknowledged() {
        assertThat(Ledger.of(ACKNOWLEDGED, List.of("1-1", "2-1", "1-2", "1-3")).lost())
                .isZero();
    }

    @Test
    void countsEveryRepeat() {
        assertThat(Ledger.of(ACKNOWLEDGED, List.of("1-1", "1-1", "1-1", "1-2", "2-1"))
                        .doubled())
                .isEqualTo(2);
    }

    @Test
    void countsWhatStandsBehindALaterOneOfItsChat() {
        assertThat(Ledger.of(ACKNOWLEDGED, List.of("1-2", "2-1", "1-1")).misplaced())
                .isOne();
    }
}
