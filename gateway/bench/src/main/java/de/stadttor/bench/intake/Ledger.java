package de.stadttor.bench.intake;

import de.stadttor.bench.load.Outcome.Accepted;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was acknowledged against what is stored.
 *
 * @param lost acknowledged, and not stored as it was acknowledged
 * @param doubled tickets beyond the first of a submission, and numbers given twice
 */
record Ledger(int accepted, int stored, long lost, long doubled) {

    /** Finds a ticket by the mark that it carries in a field, so that no key of the program is trusted. */
    static Ledger of(List<Accepted> accepted, Connection tables) throws SQLException {
        String sql = "SELECT JSON_VALUE(fields, '$.ort') AS mark, id, number FROM ticket";
        List<Accepted> stored = new ArrayList<>();
        try (Statement statement = tables.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                stored.add(new Accepted(row.getString("mark"), row.getString("id"), row.getString("number")));
            }
        }
        return of(accepted, stored);
    }

    static Ledger of(List<Accepted> accepted, List<Accepted> stored) {
        Set<Accepted> there = new HashSet<>(stored);
        return new Ledger(
                accepted.size(),
                stored.size(),
                accepted.stream().filter(receipt -> !there.contains(receipt)).count(),
                repeats(stored.stream().map(Accepted::mark).toList())
                        + repeats(stored.stream().map(Accepted::number).toList()));
    }

    private static long repeats(List<String> values) {
        return values.size() - values.stream().distinct().count();
    }
}
