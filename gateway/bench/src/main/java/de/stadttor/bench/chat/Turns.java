package de.stadttor.bench.chat;

import de.stadttor.bench.machine.Costs;
import de.stadttor.bench.machine.DatabaseFolder;
import de.stadttor.bench.machine.Options;
import de.stadttor.bench.machine.Rest;
import de.stadttor.bench.machine.Server;
import de.stadttor.bench.report.Table;
import java.io.IOException;

/** The program and the bare server in turns, each beginning as often as the other. Both hold their chats all along. */
final class Turns {

    private static final int PER_SECOND = 500;
    private static final int SLICES = 4;

    /** Of the chats, as many are there for the warm-up before memory is looked at. */
    private static final int FIRST = 10;

    private final Side ours;
    private final Side bare;
    private final DatabaseFolder database;
    private final long slice;
    private final long warmUp;

    /** @param database of the program, which is let come to rest between the slices */
    Turns(Side ours, Side bare, DatabaseFolder database, Options options) {
        this.ours = ours;
        this.bare = bare;
        this.database = database;
        this.slice = Math.max(1, options.measured().toSeconds() / SLICES);
        this.warmUp = Math.max(1, options.warmUp().toSeconds() / 2);
    }

    /** Warms up, then opens all chats; what they cost. */
    Costs begin(int chats, Server program) throws IOException, InterruptedException {
        int first = Math.max(1, chats / FIRST);
        ours.open(first);
        bare.open(first);
        ours.warmUp(PER_SECOND, warmUp);
        Costs costs = Costs.beginning("more chats", program);
        ours.open(chats);
        costs.with(chats - first);
        bare.open(chats);
        bare.warmUp(PER_SECOND, warmUp);
        return costs;
    }

    void run() throws IOException {
        for (int i = 0; i < SLICES; i++) {
            slice(i % 2 == 0 ? ours : bare);
            slice(i % 2 == 0 ? bare : ours);
        }
    }

    /** p50 of the bare server by ours: 1 is as fast, more is faster; the goal is 0.67, which is 1 by 1.5. */
    double ratio() {
        return bare.p50() / ours.p50();
    }

    /** Messages of the program's chats that nobody ever answered. */
    long unanswered() {
        return ours.unanswered();
    }

    Table table() {
        Table table = Side.table();
        ours.row(table);
        bare.row(table);
        return table;
    }

    private void slice(Side side) throws IOException {
        side.slice(PER_SECOND, slice);
        Rest.of(database);
    }
}
