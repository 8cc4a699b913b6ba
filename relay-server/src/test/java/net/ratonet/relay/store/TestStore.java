package net.ratonet.relay.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import net.ratonet.relay.account.TestAccounts;

/// Stores for tests, and looks at what they leave on the disk.
final class TestStore {

    private TestStore() {}

    static RelayStore open(Path file) throws IOException {
        return RelayStore.open(file, new SecureRandom(), InstantSource.fixed(TestAccounts.NOW));
    }

    /// The bytes of all files of a folder, as one text that shows whatever can be read in them.
    static String rawBytes(Path folder) throws IOException {
        var text = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    /// Runs statements on a file as another program would.
    static void sql(Path file, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var running = connection.createStatement()) {
            for (var statement : statements) {
                running.executeUpdate(statement);
            }
        }
    }

    static List<String> strings(Path file, String query) throws SQLException {
        var strings = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var running = connection.createStatement();
                var rows = running.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
