package de.stadttor.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private final Outcome outcome = new Outcome(
            List.of(
                    point(Target.PROGRAM, 1, 10),
                    point(Target.BARE, 1, 100),
                    point(Target.PROGRAM, 32, 180),
                    point(Target.BARE, 32, 200),
                    point(Target.PROGRAM, 64, 300),
                    point(Target.BARE, 64, 200)),
            List.of());

    @Test
    void theRatioIsThatOfTheThroughputs() {
        assertThat(outcome.ratio(64)).isEqualTo(1.5);
    }

    @Test
    void onlyPointsWithAGoalCount() {
        assertThat(outcome.worst(List.of(32, 64))).hasValue(0.9);
    }

    @Test
    void printsEveryPointWithItsRatio() {
        String table =
                PointTable.of("submissions/s", outcome, List.of(1, 32, 64)).toString();
        assertThat(table.lines()).hasSize(7);
        assertThat(table.lines().skip(3).findFirst().orElseThrow()).matches("stadttor +32 +90 .* 0\\.90");
    }

    @Test
    void aSubmissionIsOfOneKibibyte() {
        assertThat(IntakeSimulation.body("bench-123456")).hasSize(1024).contains("\"ort\":\"bench-123456\"");
    }

    private static Point point(String target, int connections, int requests) {
        return new Point(
                target,
                connections,
                2,
                Collections.nCopies(requests, 1.0),
                0,
                OptionalDouble.of(requests),
                OptionalDouble.empty());
    }
}
