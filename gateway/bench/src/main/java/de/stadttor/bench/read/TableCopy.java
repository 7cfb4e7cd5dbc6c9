package de.stadttor.bench.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;

/** The same rows for both sides. */
final class TableCopy {

    /** All that reading a ticket with its messages looks at; there are no files. */
    private static final List<String> TABLES =
            List.of("citizen_identity", "citizen", "ticket", "ticket_participant", "message");

    private TableCopy() {}

    /** @param to has the same tables, empty */
    static void copy(Connection from, Connection to) throws SQLException {
        to.setAutoCommit(false);
        for (String table : TABLES) {
            try (Statement statement = from.createStatement();
                    ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                insert(table, row, to);
            }
        }
        to.commit();
    }

    private static void insert(String table, ResultSet row, Connection to) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        String values = String.join(", ", Collections.nCopies(columns, "?"));
        try (PreparedStatement insert = to.prepareStatement("INSERT INTO " + table + " VALUES (" + values + ")")) {
            while (row.next()) {
                for (int column = 1; column <= columns; column++) {
                    insert.setObject(column, row.getObject(column));
                }
                insert.executeUpdate();
            }
        }
    }
}
