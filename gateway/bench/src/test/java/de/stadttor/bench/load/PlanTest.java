package de.stadttor.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.bench.load.Plan.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

    private static final Target PROGRAM = target(Target.PROGRAM);
    private static final Target BARE = target(Target.BARE);
    private static final Plan PLAN = new Plan(
            List.of(PROGRAM, BARE), List.of(8, 64), Duration.ofSeconds(60), Duration.ofSeconds(20), List.of("t-1"));

    @Test
    void warmsBothUpBeforeAnythingCounts() {
        assertThat(PLAN.phases().subList(0, 2)).extracting(Phase::counted).containsExactly(false, false);
        assertThat(PLAN.phases().subList(0, 2)).extracting(Phase::target).containsExactly(PROGRAM, BARE);
        assertThat(PLAN.phases().subList(2, 18)).allMatch(Phase::counted);
    }

    @Test
    void givesEachTargetItsFullTimeAtEachPoint() {
        for (Target target : List.of(PROGRAM, BARE)) {
            var time = PLAN.phases().stream()
                    .filter(phase -> phase.counted()
                            && phase.connections() == 64
                            && phase.target().equals(target))
                    .map(Phase::duration)
                    .reduce(Duration.ZERO, Duration::plus);
            assertThat(time).isEqualTo(Duration.ofSeconds(20));
        }
    }

    @Test
    void letsEachTargetBeginAsOftenAsTheOther() {
        var counted = PLAN.phases().subList(2, PLAN.phases().size());
        long programFirst = 0;
        for (int i = 0; i < counted.size(); i += 2) {
            assertThat(counted.get(i).target()).isNotEqualTo(counted.get(i + 1).target());
            programFirst += counted.get(i).target().equals(PROGRAM) ? 1 : 0;
        }
        assertThat(programFirst).isEqualTo(counted.size() / 4);
    }

    @Test
    void isUnderstoodByTheOtherProcess(@TempDir Path folder) {
        Path file = folder.resolve("plan.json");
        Exchange.write(file, PLAN);
        assertThat(Exchange.read(file, Plan.class)).isEqualTo(PLAN);
    }

    @Test
    void itsOutcomeIsUnderstoodAsWell(@TempDir Path folder) {
        var point = new Point("bare", 8, 20.5, List.of(1.5, 2.5), 3, OptionalDouble.of(12.5), OptionalDouble.empty());
        var outcome = new Outcome(List.of(point), List.of(new Outcome.Accepted("m", "t", "n")));
        Path file = folder.resolve("outcome.json");
        Exchange.write(file, outcome);
        assertThat(Exchange.read(file, Outcome.class)).isEqualTo(outcome);
    }

    private static Target target(String name) {
        return new Target(name, "http://127.0.0.1:20000", "token", 1, Path.of("/home/mariadb"), 2);
    }
}
