package net.ratonet.relay.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// Copies a database while a relay uses it, from any process, as it is at one moment.
///
/// The key file is copied too, as `BACKUP.key`: without it the stream keys in the backup are lost.
/// Whoever has both can read them, so a backup that leaves the machine should travel without it.
public final class DatabaseBackup {

    private DatabaseBackup() {}

    /// Writes a new backup, whole and on the disk when this returns; never overwrites anything.
    public static void write(Path database, Path target) throws IOException {
        if (!Files.exists(database)) {
            throw new IOException("There is no database %s.".formatted(database));
        }
        reserve(KeyFile.of(target));
        try {
            copyKey(database, target);
            copyDatabase(database, target);
        } catch (IOException failure) {
            Files.deleteIfExists(KeyFile.of(target));
            throw failure;
        }
    }

    /// A copy of the tables alone.
    static void copyDatabase(Path database, Path target) throws IOException {
        reserve(target);
        var part = DurableFiles.sibling(target, ".part");
        try {
            vacuumInto(database, part);
            DurableFiles.moveTo(part, target);
        } catch (IOException failure) {
            Files.deleteIfExists(part);
            Files.deleteIfExists(target);
            throw failure;
        }
    }

    /// SQLite's own way to read a live database: one consistent moment, no free pages, and writers
    /// go on meanwhile. It accepts an empty file, which is how the copy gets its permissions.
    static void vacuumInto(Path database, Path part) throws IOException {
        Files.deleteIfExists(part);
        DurableFiles.createForOwner(part);
        try (var connection = SqliteFile.existing(database).getConnection();
                var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, part.toAbsolutePath().toString());
            statement.execute();
        } catch (SQLException failure) {
            throw SqliteFailure.explain(database, failure);
        }
        SqliteFile.checkSound(part);
    }

    private static void copyKey(Path database, Path target) throws IOException {
        var key = KeyFile.of(database);
        if (Files.exists(key)) {
            DurableFiles.writeForOwner(KeyFile.of(target), Files.readAllBytes(key));
        } else {
            Files.delete(KeyFile.of(target));
        }
    }

    /// Holds the name, so that of two backups to one file the second fails.
    private static void reserve(Path target) throws IOException {
        try {
            DurableFiles.createForOwner(target);
        } catch (FileAlreadyExistsException _) {
            throw new IOException(
                    "%s exists already. Backups overwrite nothing; choose another name."
                            .formatted(target));
        } catch (IOException failure) {
            throw new IOException("Cannot write %s.".formatted(target), failure);
        }
    }
}
