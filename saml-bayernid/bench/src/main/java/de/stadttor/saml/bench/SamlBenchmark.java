package de.stadttor.saml.bench;

import de.stadttor.saml.CryptoWorkers;
import de.stadttor.saml.testidp.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Assertions consumed per second at 8 concurrent logins, against a loop that only decrypts and verifies the same
 * messages. Both run on the same workers, in short rounds that take turns in going first, so that whatever else the
 * machine does meets both; what counts is the median of the rounds' ratios.
 */
public final class SamlBenchmark {

    private static final int CONCURRENCY = 8;
    private static final int WARM_UP = 600;
    private static final int ROUNDS = 21;
    private static final int MESSAGES = 80;
    private static final double GOAL = 0.8;

    private final CryptoWorkers workers;
    private final Logins logins;
    private final BareOpenSaml bareOpenSaml = new BareOpenSaml(Logins.PROVIDER, Logins.DECRYPTION);

    private SamlBenchmark(CryptoWorkers workers) {
        this.workers = workers;
        logins = new Logins(workers);
    }

    /** Prints a table and, last, {@code ratio=} and the median; the exit code is 1 if the goal of 0.8 is missed. */
    public static void main(String[] arguments) {
        int threads = 2 * Runtime.getRuntime().availableProcessors();
        try (var workers = new CryptoWorkers(threads, 2 * WARM_UP)) {
            print("%d messages a round, %d at once, %d workers".formatted(MESSAGES, CONCURRENCY, threads));
            double ratio = new SamlBenchmark(workers).run();
            print("ratio=" + rounded(ratio));
            System.exit(ratio >= GOAL ? 0 : 1);
        }
    }

    private double run() {
        var warming = answers(WARM_UP);
        bare(warming);
        library(warming);
        print("round     bare OpenSAML                the library                ratio");
        var rounds = new ArrayList<Round>();
        for (int i = 1; i <= ROUNDS; i++) {
            var round = round(answers(MESSAGES), i % 2 == 0);
            print("%5d     %s     %s     %s".formatted(i, round.bare(), round.library(), rounded(round.ratio())));
            rounds.add(round);
        }
        return rounds.stream().mapToDouble(Round::ratio).sorted().toArray()[ROUNDS / 2];
    }

    private Round round(List<Answer> answers, boolean libraryFirst) {
        if (libraryFirst) {
            var library = library(answers);
            return new Round(bare(answers), library);
        }
        return new Round(bare(answers), library(answers));
    }

    private List<Answer> answers(int number) {
        return Flux.range(0, number)
                .flatMapSequential(_ -> logins.answer(), CONCURRENCY)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private Measurement bare(List<Answer> answers) {
        return Measurement.of(answers, CONCURRENCY, this::verified);
    }

    private Measurement library(List<Answer> answers) {
        return Measurement.of(answers, CONCURRENCY, logins::consume);
    }

    private Mono<Boolean> verified(Answer answer) {
        return workers.call(() -> !bareOpenSaml.consume(answer.samlResponse()).isEmpty());
    }

    private static String rounded(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static void print(String line) {
        System.out.println(line);
    }

    /** Both sides' figures for the same messages. */
    private record Round(Measurement bare, Measurement library) {

        double ratio() {
            return library.perSecond() / bare.perSecond();
        }
    }
}
