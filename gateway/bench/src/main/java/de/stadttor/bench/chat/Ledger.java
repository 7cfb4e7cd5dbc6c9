package de.stadttor.bench.chat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was acknowledged against what is there.
 *
 * @param there messages, in whatever order they were found
 * @param lost acknowledged, and not there
 * @param doubled there more than once
 * @param misplaced behind a later one of its chat
 */
record Ledger(int there, long lost, long doubled, long misplaced) {

    private static final String STORED = """
        SELECT m.text
          FROM event e
          JOIN message m ON m.id = CAST(JSON_VALUE(e.body, '$.message') AS UUID)
         WHERE e.kind = 'message-added'
         ORDER BY e.stream, e.seq
        """;

    /** What stands in the tables, in the order of each ticket's events. */
    static Ledger stored(List<String> acknowledged, Connection tables) throws SQLException {
        List<String> stored = new ArrayList<>();
        try (Statement statement = tables.createStatement();
                ResultSet row = statement.executeQuery(STORED)) {
            while (row.next()) {
                stored.add(Mark.of(row.getString(1)).toString());
            }
        }
        return of(acknowledged, stored);
    }

    /** @param there in their order, as far as they belong to the same chat */
    static Ledger of(List<String> acknowledged, List<String> there) {
        Set<String> known = new HashSet<>(there);
        return new Ledger(
                there.size(),
                acknowledged.stream().filter(mark -> !known.contains(mark)).count(),
                there.size() - known.size(),
                misplaced(there));
    }

    private static long misplaced(List<String> there) {
        Map<Integer, Integer> highest = new HashMap<>();
        long misplaced = 0;
        for (String written : there) {
            Mark mark = Mark.of(written);
            if (highest.merge(mark.chat(), mark.place(), Math::max) > mark.place()) {
                misplaced++;
            }
        }
        return misplaced;
    }
}
