package net.ratonet.relay.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// The relay's SQLite file: one writer, several readers that never wait for it. Any thread may
/// call.
///
/// Work gets a Jdbi [Handle] and uses it only until it returns; it must not begin transactions of
/// its own. The `…Table` classes hold all SQL, so that another database would be another set of
/// them.
public final class Database implements AutoCloseable {

    private static final int READERS = 4;

    private final Path file;
    private final DatabaseLock lock;
    private final WriterLoop writer;
    private final HikariDataSource readers;
    private final Jdbi reading;

    private Database(Path file, DatabaseLock lock, WriterLoop writer, HikariDataSource readers) {
        this.file = file;
        this.lock = lock;
        this.writer = writer;
        this.readers = readers;
        this.reading = Jdbi.create(readers);
    }

    /// Opens the file for this process alone, creates it when it is not there, and brings its
    /// tables up to date. The message of a failure is for the operator.
    public static Database open(Path file) throws IOException {
        createFolderOf(file);
        var lock = DatabaseLock.take(file);
        try {
            return open(file, lock);
        } catch (SQLException | PoolInitializationException failure) {
            lock.close();
            throw SqliteFailure.explain(file, failure);
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private static Database open(Path file, DatabaseLock lock) throws IOException, SQLException {
        createFile(file);
        checkIsOurs(file);
        var source = SqliteFile.writer(file);
        Migrations.run(file, source);
        var connection = source.getConnection();
        try {
            var readers = pool(file);
            return new Database(file, lock, WriterLoop.start(file, connection), readers);
        } catch (RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    public Path file() {
        return file;
    }

    /// Runs work that reads, on the calling thread.
    public <T> T read(Function<Handle, T> work) throws IOException {
        try {
            return reading.withHandle(work::apply);
        } catch (JdbiException failure) {
            throw SqliteFailure.explain(file, failure);
        }
    }

    /// Runs work that writes, on the writer's thread, and returns when it is durable. When this
    /// throws, nothing was changed, unless the calling thread was interrupted.
    public <T> T write(Function<Handle, T> work) throws IOException {
        return writer.write(work);
    }

    /// [#write] for work without a result.
    public void change(Consumer<Handle> work) throws IOException {
        writer.write(asFunction(work));
    }

    /// Hands work to the writer without waiting. It is durable a moment later; `kill -9` in that
    /// moment loses it. False, and nothing is done, when too much is waiting already. A failure
    /// goes to the log and to [#lostWrites].
    public boolean changeLater(Consumer<Handle> work) {
        return writer.writeLater(asFunction(work));
    }

    /// False after the writer has ended, be it by closing or by a failure that the log tells of.
    public boolean isWriting() {
        return writer.isAlive();
    }

    /// How many requests wait for the writer.
    public int waitingWrites() {
        return writer.waiting();
    }

    /// How many writes were lost for which nobody waited.
    public long lostWrites() {
        return writer.lost();
    }

    /// Copies what is committed, and the key file, to a new file: see [DatabaseBackup].
    public void backup(Path target) throws IOException {
        DatabaseBackup.write(file, target);
    }

    /// Finishes the writes that were accepted.
    @Override
    public void close() throws IOException {
        readers.close();
        try {
            writer.close();
        } finally {
            lock.close();
        }
    }

    private static Function<Handle, Boolean> asFunction(Consumer<Handle> work) {
        return handle -> {
            work.accept(handle);
            return true;
        };
    }

    private static void createFolderOf(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new IOException("Cannot make the folder %s.".formatted(folder), failure);
        }
    }

    /// SQLite gives its log the permissions of the file.
    private static void createFile(Path file) throws IOException {
        try {
            DurableFiles.createForOwner(file);
        } catch (FileAlreadyExistsException _) {
            // The usual case: not the first start.
        }
    }

    private static void checkIsOurs(Path file) throws IOException {
        switch (FileKind.of(file)) {
            case EMPTY, RELAY -> {}
            case OLD_RATONET, FOREIGN ->
                    throw new IOException(
                            "%s holds something else than this relay's data. Set DB_PATH to another"
                                            .formatted(file)
                                    + " file.");
        }
    }

    private static HikariDataSource pool(Path file) {
        var config = new HikariConfig();
        config.setPoolName("store-readers");
        config.setDataSource(SqliteFile.reader(file));
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        config.setReadOnly(true);
        return new HikariDataSource(config);
    }
}
