package de.stadttor.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.bench.load.Outcome.Accepted;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Accepted ONE = new Accepted("m-1", "t-1", "n-1");
    private static final Accepted TWO = new Accepted("m-2", "t-2", "n-2");

    @Test
    void whatWasAcceptedAndIsStoredOnceIsNeitherLostNorDoubled() {
        assertThat(Ledger.of(List.of(ONE, TWO), List.of(TWO, ONE))).isEqualTo(new Ledger(2, 2, 0, 0));
    }

    @Test
    void anAcceptedTicketThatIsMissingIsLost() {
        assertThat(Ledger.of(List.of(ONE, TWO), List.of(ONE)).lost()).isOne();
    }

    @Test
    void aTicketUnderAnotherNumberThanAcknowledgedIsLost() {
        var renumbered = new Accepted(TWO.mark(), TWO.ticket(), "n-9");
        assertThat(Ledger.of(List.of(ONE, TWO), List.of(ONE, renumbered)).lost())
                .isOne();
    }

    @Test
    void twoTicketsOfOneSubmissionAreADouble() {
        var again = new Accepted(ONE.mark(), "t-9", "n-9");
        assertThat(Ledger.of(List.of(ONE), List.of(ONE, again)).doubled()).isOne();
    }

    @Test
    void aNumberGivenTwiceIsADouble() {
        var same = new Accepted("m-9", "t-9", ONE.number());
        assertThat(Ledger.of(List.of(ONE, same), List.of(ONE, same)).doubled()).isOne();
    }
}
