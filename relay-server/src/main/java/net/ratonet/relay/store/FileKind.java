package net.ratonet.relay.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/// Whose data an SQLite file holds.
enum FileKind {
    EMPTY,
    RELAY,
    /// The database of RatoNet before this program: API keys in plain text, no schema history.
    OLD_RATONET,
    FOREIGN;

    static FileKind of(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return EMPTY;
        }
        try (var connection = SqliteFile.existing(file).getConnection()) {
            return of(connection);
        } catch (SQLException failure) {
            throw SqliteFailure.explain(file, failure);
        }
    }

    private static FileKind of(Connection connection) throws SQLException {
        var tables = strings(connection, "SELECT name FROM sqlite_master WHERE type = 'table'");
        if (tables.isEmpty()) {
            return EMPTY;
        }
        if (tables.contains("flyway_schema_history")) {
            return RELAY;
        }
        var columns = strings(connection, "SELECT name FROM pragma_table_info('streamers')");
        return columns.containsAll(Set.of("id", "email", "api_key")) ? OLD_RATONET : FOREIGN;
    }

    private static Set<String> strings(Connection connection, String sql) throws SQLException {
        var strings = new HashSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
