package net.ratonet.relay.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// Copies a database while a relay uses it, from any process, as it is at one moment.
///
/// The key file is copied too, as `BACKUP.key`: without it the stream keys in the backup are lost.
/// Whoever has both can read them, so a backup that leaves the machine should travel without it.
public final class DatabaseBackup {

    private DatabaseBackup() {}

    /// Writes a new backup, whole and on the disk when this returns; never overwrites anything. A
    /// crash may leave a `.part` and a key, never a file that only looks like a backup.
    public static void write(Path database, Path target) throws IOException {
        check(database, target);
        var key = KeyFile.of(target);
        try {
            if (Files.exists(KeyFile.of(database))) {
                DurableFiles.writeForOwner(key, Files.readAllBytes(KeyFile.of(database)));
            }
            copyDatabase(database, target);
        } catch (IOException failure) {
            Files.deleteIfExists(key);
            throw failure;
        }
    }

    private static void check(Path database, Path target) throws IOException {
        if (!Files.exists(database)) {
            throw new IOException("There is no database %s.".formatted(database));
        }
        var folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("There is no folder %s.".formatted(folder));
        }
        for (var name : List.of(target, KeyFile.of(target))) {
            if (Files.exists(name)) {
                throw new IOException(
                        "%s exists already. Backups overwrite nothing; choose another name."
                                .formatted(name));
            }
        }
    }

    /// A copy of the tables alone.
    static void copyDatabase(Path database, Path target) throws IOException {
        var part = DurableFiles.sibling(target, ".part");
        try {
            vacuumInto(database, part);
            DurableFiles.moveToNew(part, target);
        } finally {
            Files.deleteIfExists(part);
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
}
