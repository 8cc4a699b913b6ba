package net.ratonet.relay.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import net.ratonet.relay.account.StorageFullException;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Says in plain words why SQLite refused. Jdbi's own messages hold the values of a statement,
/// which have no business in a log, so only SQLite's exception is passed on.
final class SqliteFailure {

    /// Extended result codes carry their family in the lowest byte.
    private static final int FAMILY = 0xFF;

    private SqliteFailure() {}

    static IOException explain(Path file, Exception failure) {
        return find(failure)
                .map(found -> explain(file, found))
                .orElseGet(() -> unknown(file, failure));
    }

    private static IOException unknown(Path file, Exception failure) {
        var message =
                "The database %s could not be used: %s"
                        .formatted(file, failure.getClass().getSimpleName());
        return new IOException(
                message, failure instanceof JdbiException ? failure.getCause() : failure);
    }

    private static IOException explain(Path file, SQLiteException failure) {
        return switch (family(failure)) {
            case SQLITE_FULL ->
                    new StorageFullException(
                            "The disk that holds %s is full. Nothing was changed; free some space."
                                    .formatted(file),
                            failure);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN ->
                    new IOException(
                            ("Cannot write %s. The relay's user needs write access to the file and"
                                            + " its folder.")
                                    .formatted(file),
                            failure);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    new IOException(
                            "%s is held by another program. Close it and try again."
                                    .formatted(file),
                            failure);
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                    new IOException(
                            ("%s is damaged or no SQLite database. Put a backup in its place, or"
                                            + " move it away to start empty.")
                                    .formatted(file),
                            failure);
            case SQLITE_IOERR ->
                    new IOException(
                            "The disk that holds %s reports errors. Check it and the file system."
                                    .formatted(file),
                            failure);
            default ->
                    new IOException(
                            "The database %s refused: %s".formatted(file, failure.getMessage()),
                            failure);
        };
    }

    private static SQLiteErrorCode family(SQLiteException failure) {
        return SQLiteErrorCode.getErrorCode(failure.getResultCode().code & FAMILY);
    }

    private static Optional<SQLiteException> find(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
