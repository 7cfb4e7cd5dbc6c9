package de.stadttor.saml.bench;

import de.stadttor.saml.CryptoWorkers;
import de.stadttor.saml.testidp.Answer;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Assertions consumed per second at 8 concurrent logins, against a loop that only decrypts and verifies the same
 * messages. Both run on the same workers, in alternating rounds; the median of the rounds' ratios counts.
 */
public final class SamlBenchmark {

    private static final int CONCURRENCY = 8;
    private static final int ROUNDS = 5;
    private static final int MESSAGES = 400;
    private static final double GOAL = 0.8;

    private SamlBenchmark() {}

    /** Prints one line per round and one for all; the exit code is 1 if the goal of 0.8 is missed. */
    public static void main(String[] arguments) {
        try (var workers = new CryptoWorkers(2 * Runtime.getRuntime().availableProcessors(), 2 * MESSAGES)) {
            var logins = new Logins(workers);
            var bare = new BareOpenSaml(Logins.PROVIDER, Logins.DECRYPTION);
            round(logins, bare, workers); // warms up
            double[] ratios = DoubleStream.generate(() -> round(logins, bare, workers))
                    .limit(ROUNDS)
                    .sorted()
                    .toArray();
            double median = ratios[ROUNDS / 2];
            print("library against bare OpenSAML, median of " + ROUNDS + " rounds: " + rounded(median) + " (goal: "
                    + GOAL + ")");
            System.exit(median >= GOAL ? 0 : 1);
        }
    }

    private static double round(Logins logins, BareOpenSaml bare, CryptoWorkers workers) {
        List<Answer> answers = Flux.range(0, MESSAGES)
                .flatMapSequential(_ -> logins.answer(), CONCURRENCY)
                .collectList()
                .blockOptional()
                .orElseThrow();
        var floor = Measurement.of(answers, CONCURRENCY, answer -> verified(bare, answer, workers));
        var library = Measurement.of(answers, CONCURRENCY, logins::consume);
        double ratio = library.perSecond() / floor.perSecond();
        print("bare OpenSAML " + floor + " | library " + library + " | ratio " + rounded(ratio));
        return ratio;
    }

    private static Mono<Boolean> verified(BareOpenSaml bare, Answer answer, CryptoWorkers workers) {
        return workers.call(() -> !bare.consume(answer.samlResponse()).isEmpty());
    }

    private static String rounded(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
