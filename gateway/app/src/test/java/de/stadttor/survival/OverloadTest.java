package de.stadttor.survival;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.gateway.TestHome;
import de.stadttor.survival.Crowd.Answer;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Far more than the program can do. What "far more" is comes from the program: as many as keep it busy, then fifty
 * times as many, none of whom ever pauses. Ten seconds, a minute where {@code CI=true}.
 */
class OverloadTest {

    private static final Logger LOG = LoggerFactory.getLogger(OverloadTest.class);
    private static final int ENOUGH = 16;
    private static final int TOO_MANY = 800;
    private static final Duration LENGTH = Duration.ofSeconds("true".equals(System.getenv("CI")) ? 60 : 10);

    /** Loose, since other tests want the same processors; docs/reliability.md has what was seen without them. */
    private static final Duration BEARABLE = Duration.ofSeconds(20);

    @Test
    void servesSoonWhomItLetsInAndLosesNothing() throws Exception {
        try (var program = new Program(TestHome.fresh())) {
            program.start();
            String token = program.token("formserver");
            List<Answer> usual = new Crowd("usual", program.url(), token, ENOUGH).submit(Duration.ofSeconds(5));
            List<Answer> many = new Crowd("many", program.url(), token, TOO_MANY).submit(LENGTH);
            report(usual, many);
            try (Connection connection = program.database()) {
                assertThat(marks(connection)).containsExactlyInAnyOrderElementsOf(accepted(usual, many));
            }
            assertThat(statuses(usual)).containsExactly(201);
            assertThat(statuses(many)).containsExactlyInAnyOrder(201, 503);
            assertThat(many).allMatch(answer -> answer.accepted() || answer.retryAfter());
            assertThat(percentile99(many)).isLessThan(BEARABLE);
            assertThat(program.isAlive()).isTrue();
        }
    }

    private static List<String> marks(Connection connection) throws Exception {
        return new Ledger(connection).receipts().stream().map(Receipt::mark).toList();
    }

    private static Set<String> accepted(List<Answer> usual, List<Answer> many) {
        Set<String> marks = new HashSet<>();
        Stream.concat(usual.stream(), many.stream())
                .filter(Answer::accepted)
                .map(Answer::mark)
                .forEach(marks::add);
        return marks;
    }

    private static Set<Integer> statuses(List<Answer> answers) {
        return answers.stream().map(Answer::status).collect(Collectors.toSet());
    }

    private static Duration percentile99(List<Answer> answers) {
        List<Duration> accepted = answers.stream()
                .filter(Answer::accepted)
                .map(Answer::after)
                .sorted()
                .toList();
        return accepted.get(accepted.size() * 99 / 100);
    }

    private static void report(List<Answer> usual, List<Answer> many) {
        LOG.info(
                "usual: {} accepted in 5 s, p99 {} ms; overload: {} accepted and {} turned away in {} s, p99 {} ms",
                usual.size(),
                percentile99(usual).toMillis(),
                many.stream().filter(Answer::accepted).count(),
                many.stream().filter(answer -> !answer.accepted()).count(),
                LENGTH.toSeconds(),
                percentile99(many).toMillis());
    }
}
