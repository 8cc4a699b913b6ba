package net.ratonet.relay.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/// How connections to an SQLite file are set up.
///
/// Write-ahead log with `synchronous=FULL`: a commit returns after the log has reached the disk, so
/// that neither `kill -9` nor a power cut loses what was acknowledged. `NORMAL` would be faster and
/// loses the last commits at a power cut; the writer commits many requests at once instead.
final class SqliteFile {

    private static final int BUSY_TIMEOUT_MS = 5_000;

    /// After a checkpoint the log shrinks to this; a burst must not leave a huge file behind.
    private static final int LOG_SIZE_LIMIT = 16 * 1024 * 1024;

    private SqliteFile() {}

    static SQLiteDataSource writer(Path file) {
        var config = common();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setJournalSizeLimit(LOG_SIZE_LIMIT);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return source(file, config);
    }

    static SQLiteDataSource reader(Path file) {
        var config = common();
        config.setReadOnly(true);
        return source(file, config);
    }

    /// Connections that leave the file's journal mode alone and never create the file.
    static SQLiteDataSource existing(Path file) {
        var config = common();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return source(file, config);
    }

    /// Reads the whole file and refuses a damaged one.
    static void checkSound(Path file) throws IOException {
        try (var connection = existing(file).getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("PRAGMA integrity_check(1)")) {
            if (!answer.next() || !answer.getString(1).equals("ok")) {
                throw new SQLiteException("not sound", SQLiteErrorCode.SQLITE_CORRUPT);
            }
        } catch (SQLException failure) {
            throw SqliteFailure.explain(file, failure);
        }
    }

    private static SQLiteConfig common() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.enforceForeignKeys(true);
        return config;
    }

    private static SQLiteDataSource source(Path file, SQLiteConfig config) {
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }
}
