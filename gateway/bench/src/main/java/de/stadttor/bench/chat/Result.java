package de.stadttor.bench.chat;

import de.stadttor.bench.machine.Server;
import de.stadttor.bench.report.Verdict;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What is said in the end.
 *
 * @param ratio p50 of the bare server by the program's
 * @param unanswered neither acknowledged nor refused
 * @param faults at the citizens' side
 * @param stored what stands in the tables
 * @param told what operators heard
 */
record Result(double ratio, int acknowledged, long unanswered, Faults faults, Ledger stored, Ledger told) {

    static Result of(Turns turns, ChatProcess chats, Server program) throws IOException, SQLException {
        Faults faults = chats.report();
        List<String> acknowledged = chats.acknowledged();
        try (Connection tables = program.database().connect()) {
            return new Result(
                    turns.ratio(),
                    acknowledged.size(),
                    turns.unanswered(),
                    faults,
                    Ledger.stored(acknowledged, tables),
                    Ledger.of(acknowledged, chats.told()));
        }
    }

    Verdict verdict() {
        return Verdict.of(
                OptionalDouble.of(ratio), unanswered + stored.lost() + told.lost(), stored.doubled() + told.doubled());
    }

    boolean inOrder() {
        return faults.misplaced() + stored.misplaced() + told.misplaced() == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                """
                acknowledged %d, stored %d, told to operators %d (the openings of chats included)
                out of order: %d acknowledged, %d stored, %d told; connections lost: %d; refused: %s
                ratio: p50 of the bare server by ours; 0.67 or more is the goal, a p50 within 1.5 times the bare one\
                """,
                acknowledged,
                stored.there(),
                told.there(),
                faults.misplaced(),
                stored.misplaced(),
                told.misplaced(),
                faults.gone(),
                faults.refused().isEmpty() ? "none" : faults.refused());
    }
}
