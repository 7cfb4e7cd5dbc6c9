package de.stadttor.bench.load;

import io.gatling.javaapi.core.Simulation;
import java.util.Collections;

/** Transcripts of ten pieces each, which come over several connections and so in any order; a piece has 1 KiB. */
public final class CallPieceSimulation extends Simulation {

    private static final int PIECES = 10;
    private static final String TURN =
            "{\"speaker\":\"caller\",\"start\":0,\"end\":5000,\"confidence\":0.9,\"text\":\"%s\"}";
    private static final String WORDS = "Am Balkon hängt ein Nest mit vielen Wespen, und zwei Kinder sind allergisch. ";

    private final CallLoad load = new CallLoad(CallPieceSimulation::piece);

    /** Gatling makes it. */
    public CallPieceSimulation() {
        setUp(load.population());
    }

    @Override
    public void after() {
        load.report();
    }

    private static CallLoad.Report piece(long number) {
        String call = "bench-" + number / PIECES;
        long piece = number % PIECES + 1;
        String turns = String.join(",", Collections.nCopies(3, TURN.formatted(WORDS.repeat(3))));
        return new CallLoad.Report(
                call + "-" + piece,
                "/api/intake/v1/calls/" + call + "-words/transcript",
                "{\"piece\":%d,\"mode\":\"%s\",\"consent\":{\"given\":true,\"at\":\"2026-11-22T09:00:00Z\"},\"turns\":[%s]}"
                        .formatted(piece, piece == PIECES ? "finalize" : "append", turns));
    }
}
