package net.ratonet.relay.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import net.ratonet.relay.account.KeptAccount;
import net.ratonet.relay.account.KeyMaker;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes over the database of RatoNet before this program: every streamer keeps their id and keys,
/// so old agents, scripts and overlays go on working, while the file no longer holds a key in plain
/// text. The work is done on a copy that then takes the name, so a crash in between changes
/// nothing.
final class OldDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(OldDatabase.class);

    private static final int MOST_COPIES = 1_000;

    private final Path file;
    private final SecureRandom random;
    private final KeyMaker keys;
    private final InstantSource clock;

    OldDatabase(Path file, SecureRandom random, InstantSource clock) {
        this.file = file;
        this.random = random;
        this.keys = new KeyMaker(random);
        this.clock = clock;
    }

    /// Does nothing when the file is not an old database.
    void takeOver() throws IOException {
        if (FileKind.of(file) != FileKind.OLD_RATONET) {
            return;
        }
        try (var _ = DatabaseLock.take(file)) {
            settle();
            var copy = freeName();
            DatabaseBackup.copyDatabase(file, copy);
            var count = replace();
            LOG.info(
                    "Took over {} streamers from the old database. It is kept as {}, with all keys"
                            + " in plain text: delete it once everything works.",
                    count,
                    copy);
        }
    }

    /// Leaving write-ahead mode folds the log into the file, and fails while somebody else is
    /// there.
    private void settle() throws IOException {
        SqliteFile.checkSound(file);
        try (var connection = SqliteFile.existing(file).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("BEGIN EXCLUSIVE");
            statement.execute("ROLLBACK");
        } catch (SQLException failure) {
            throw SqliteFailure.explain(file, failure);
        }
    }

    private Path freeName() {
        return IntStream.rangeClosed(1, MOST_COPIES)
                .mapToObj(number -> number == 1 ? ".old" : ".old-" + number)
                .map(ending -> DurableFiles.sibling(file, ending))
                .filter(path -> !Files.exists(path))
                .findFirst()
                .orElseThrow();
    }

    private int replace() throws IOException {
        var work = DurableFiles.sibling(file, ".taking-over");
        try {
            DatabaseBackup.vacuumInto(file, work);
            var count = convert(work);
            DurableFiles.moveTo(work, file);
            return count;
        } catch (JdbiException failure) {
            throw SqliteFailure.explain(file, failure);
        } finally {
            Files.deleteIfExists(work);
        }
    }

    private int convert(Path work) throws IOException {
        var source = SqliteFile.existing(work);
        var jdbi = Jdbi.create(source);
        var streamers = jdbi.withHandle(OldDatabase::takeOut);
        Migrations.run(work, source);
        var box = KeyFile.openOrCreate(file, random);
        var kept =
                streamers.stream()
                        .flatMap(streamer -> streamer.toKept(keys, clock.instant()).stream())
                        .toList();
        jdbi.useTransaction(handle -> insert(handle, kept, box));
        // Frees the pages on which the old keys stood.
        jdbi.useHandle(handle -> handle.execute("VACUUM"));
        return kept.size();
    }

    private static List<OldStreamer> takeOut(Handle handle) {
        var streamers =
                handle.createQuery("SELECT * FROM streamers ORDER BY rowid")
                        .mapToMap()
                        .map(OldStreamer::new)
                        .list();
        handle.execute("PRAGMA foreign_keys = OFF");
        handle.execute("DROP TABLE streamers");
        return streamers;
    }

    private static void insert(Handle handle, List<KeptAccount> accounts, SecretBox box) {
        for (var account : accounts) {
            var row = StreamerRow.seal(account, box);
            if (!StreamerTable.insert(handle, row)) {
                StreamerTable.insertWithoutEmailKey(handle, row);
            }
        }
    }
}
