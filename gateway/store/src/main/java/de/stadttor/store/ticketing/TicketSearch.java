package de.stadttor.store.ticketing;

import static de.stadttor.store.Columns.utc;

import de.stadttor.ticketing.TicketNumber;
import de.stadttor.ticketing.Tickets.Place;
import de.stadttor.ticketing.Tickets.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Builds the desk's query from what was asked; every value is bound. */
final class TicketSearch {

    private static final String WORD = """
        (t.id IN (SELECT id FROM ticket WHERE MATCH (search) AGAINST (:%1$s IN BOOLEAN MODE))
         OR t.id IN (SELECT ticket FROM message WHERE MATCH (text) AGAINST (:%1$s IN BOOLEAN MODE)))
        """;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private TicketSearch() {}

    static GenericExecuteSpec statement(DatabaseClient database, Query query, @Nullable Place after, int limit) {
        var search = new TicketSearch();
        search.where(query);
        if (after != null) {
            search.and(
                    "(t.updated_at < :updated OR (t.updated_at = :updated AND t.id < :id))",
                    "updated",
                    utc(after.updatedAt()));
            search.values.put("id", after.ticket().value());
        }
        search.values.put("limit", limit);
        return database.sql(search.sql()).bindValues(search.values);
    }

    private void where(Query query) {
        if (query.queues() != null) {
            and("t.queue IN (:queues)", "queues", List.copyOf(query.queues()));
        }
        if (query.state() != null) {
            and("t.state = :state", "state", query.state().code());
        }
        if (query.text() != null) {
            text(query.text());
        }
    }

    private void text(String typed) {
        Optional<TicketNumber> number = SearchWords.number(typed);
        if (number.isPresent()) {
            and("t.number = :number", "number", number.get().toString());
            return;
        }
        List<String> words = SearchWords.of(typed);
        for (int i = 0; i < words.size(); i++) {
            and(WORD.formatted("word" + i), "word" + i, words.get(i));
        }
        if (words.isEmpty()) {
            conditions.add("FALSE");
        }
    }

    private void and(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    private String sql() {
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return "SELECT t.* FROM ticket t" + where + " ORDER BY t.updated_at DESC, t.id DESC LIMIT :limit";
    }
}
