package net.ratonet.relay.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.ratonet.relay.account.StorageFullException;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("ratonet.db");
    }

    private Database open() throws IOException {
        return Database.open(file());
    }

    private static void put(Handle handle, String name, String value) {
        handle.execute(
                "INSERT INTO relay_values (name, value) VALUES (?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value);
    }

    private static long count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM relay_values").mapTo(Long.class).one();
    }

    private static long count(Database database) throws IOException {
        return database.read(DatabaseTest::count);
    }

    @Test
    void saysWhichFileItMayNotWrite() throws IOException {
        var lock = Files.createDirectory(folder.resolve("ratonet.db.lock"));

        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Cannot write " + lock);
    }

    @Test
    void saysWhenItsWriterHasDied() throws IOException {
        try (var database = open()) {
            assertThat(database.isWriting()).isTrue();

            assertThatThrownBy(() ->
                            database.change(_ -> {
                                throw new OutOfMemoryError("as it happens");
                            }))
                    .isInstanceOf(IOException.class);

            assertThat(database.isWriting()).isFalse();
        }
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        try (var database = open()) {
            database.change(handle -> put(handle, "a", "1"));

            assertThat(count(database)).isEqualTo(1);
        }
    }

    @Test
    void keepsWhatItWroteForTheNextStart() throws IOException {
        try (var database = open()) {
            database.change(handle -> put(handle, "a", "1"));
        }

        try (var database = open()) {
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @Test
    void makesTheFolderOfANewFile() throws IOException {
        try (var database = Database.open(folder.resolve("deep/down/ratonet.db"))) {
            assertThat(database.file()).isNotEmptyFile();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsOnlyTheOwnerReadTheFiles() throws IOException {
        try (var database = open()) {
            database.change(handle -> put(handle, "a", "1"));

            for (var name : new String[] {"ratonet.db", "ratonet.db-wal"}) {
                var permissions = Files.getPosixFilePermissions(folder.resolve(name));
                assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void takesBackTheWholeRequestThatFails() throws IOException {
        try (var database = open()) {
            var failure =
                    catchThrowable(() ->
                            database.change(handle -> {
                                put(handle, "a", "1");
                                handle.execute("INSERT INTO relay_values VALUES (NULL, 1)");
                            }));

            assertThat(failure).isInstanceOf(IOException.class).hasMessageContaining("NOT NULL");
            assertThat(count(database)).isZero();
        }
    }

    @Test
    void letsTheOthersOfACommitLiveWhenOneFails() throws Exception {
        try (var database = open();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var gate = new CountDownLatch(1);
            database.changeLater(_ -> await(gate));
            var writes =
                    IntStream.range(0, 20)
                            .mapToObj(number ->
                                    CompletableFuture.runAsync(
                                            () -> writeOrThrow(database, number), executor))
                            .toList();
            gate.countDown();

            var failed = writes.stream().filter(write -> catchThrowable(write::join) != null);

            assertThat(failed).hasSize(5);
            assertThat(count(database)).isEqualTo(15);
        }
    }

    /// Each fourth one has a bug.
    private static void writeOrThrow(Database database, int number) {
        try {
            database.change(handle -> {
                put(handle, "n" + number, "1");
                if (number % 4 == 0) {
                    throw new IllegalStateException("bug " + number);
                }
            });
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    @Test
    void handsABugToTheCallerAsItIs() throws IOException {
        try (var database = open()) {
            assertThatThrownBy(() ->
                            database.change(_ -> {
                                throw new IllegalStateException("a bug");
                            }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a bug");
        }
    }

    @Test
    void losesNoUpdateBetweenManyWriters() throws Exception {
        try (var database = open();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            database.change(handle -> put(handle, "sum", "0"));

            Callable<Integer> increment = () -> database.write(DatabaseTest::increment);

            executor.invokeAll(Collections.nCopies(200, increment));

            assertThat(database.read(DatabaseTest::sum)).isEqualTo(200);
        }
    }

    private static int increment(Handle handle) {
        var next = sum(handle) + 1;
        put(handle, "sum", Integer.toString(next));
        return next;
    }

    private static int sum(Handle handle) {
        return handle.createQuery("SELECT value FROM relay_values WHERE name = 'sum'")
                .mapTo(Integer.class)
                .one();
    }

    @Test
    void readsTheLastCommitWhileAWriteIsUnderWay() throws Exception {
        try (var database = open()) {
            database.change(handle -> put(handle, "a", "1"));
            var wrote = new CountDownLatch(1);
            var gate = new CountDownLatch(1);
            database.changeLater(handle -> {
                put(handle, "b", "2");
                wrote.countDown();
                await(gate);
            });
            wrote.await();

            var during = count(database);
            gate.countDown();
            database.change(_ -> {});

            assertThat(during).isEqualTo(1);
            assertThat(count(database)).isEqualTo(2);
        }
    }

    @Test
    void finishesAcceptedWritesBeforeItCloses() throws IOException {
        try (var database = open()) {
            for (var number = 0; number < 500; number++) {
                var name = "n" + number;
                database.changeLater(handle -> put(handle, name, "1"));
            }
        }

        try (var database = open()) {
            assertThat(count(database)).isEqualTo(500);
        }
    }

    @Test
    void countsTheLostWritesForWhichNobodyWaited() throws IOException {
        try (var database = open()) {
            database.changeLater(handle -> handle.execute("INSERT INTO nowhere VALUES (1)"));
            database.changeLater(handle -> put(handle, "a", "1"));
            database.change(_ -> {});

            assertThat(database.lostWrites()).isEqualTo(1);
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @Test
    void refusesWritesOnceClosed() throws IOException {
        var database = open();
        database.close();

        assertThatThrownBy(() -> database.change(_ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed");
        assertThat(database.changeLater(_ -> {})).isFalse();
    }

    @Test
    void refusesWorkThatWaitsForTheWriterOnTheWriter() throws IOException {
        try (var database = open()) {
            assertThatThrownBy(() ->
                            database.change(_ -> {
                                try {
                                    database.change(_ -> {});
                                } catch (IOException unexpected) {
                                    throw new AssertionError(unexpected);
                                }
                            }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void refusesToWriteOnAReader() throws IOException {
        try (var database = open()) {
            assertThatThrownBy(() ->
                            database.read(handle -> {
                                put(handle, "a", "1");
                                return true;
                            }))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void saysThatTheDiskIsFullAndWorksAgainWhenItIsNot() throws IOException {
        try (var database = open()) {
            database.change(handle -> put(handle, "a", "small"));
            database.change(handle -> limitTo(handle, pages(handle)));

            var failure =
                    catchThrowable(
                            () -> database.change(handle -> put(handle, "b", "x".repeat(100_000))));
            database.change(handle -> limitTo(handle, 1_000_000));
            database.change(handle -> put(handle, "c", "y".repeat(100_000)));

            assertThat(failure)
                    .isInstanceOf(StorageFullException.class)
                    .hasMessageContaining("full");
            assertThat(count(database)).isEqualTo(2);
        }
    }

    /// Stands in for a disk without room: SQLite answers with the same code.
    private static void limitTo(Handle handle, long pages) {
        handle.createQuery("PRAGMA max_page_count = " + pages).mapTo(Long.class).one();
    }

    private static long pages(Handle handle) {
        return handle.createQuery("PRAGMA page_count").mapTo(Long.class).one();
    }

    @Test
    void refusesASecondRelayOnTheSameFile() throws IOException {
        try (var first = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Another relay is using " + first.file());
        }

        open().close();
    }

    @Test
    void refusesAFileOfANewerProgram() throws Exception {
        open().close();
        sql(
                "INSERT INTO flyway_schema_history SELECT 99, '999', 'later', 'SQL', 'V999.sql', 1,"
                        + " 'x', '2030-01-01 00:00:00', 1, 1");

        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("newer RatoNet");
    }

    @Test
    void refusesTheDatabaseOfAnotherProgram() throws Exception {
        sql("CREATE TABLE recipes (name TEXT)");

        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("DB_PATH");
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Files.write(
                file(), "this is a letter to my aunt, quite a long one".repeat(99).getBytes(UTF_8));

        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged or no SQLite database");
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Files.createFile(folder.resolve("blocked"));

        assertThatThrownBy(() -> Database.open(folder.resolve("blocked/ratonet.db")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Cannot make the folder");
    }

    @Test
    void refusesAPathThatIsAFolder() throws IOException {
        Files.createDirectory(file());

        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Cannot write");
    }

    private void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var running = connection.createStatement()) {
            running.executeUpdate(statement);
        }
    }
}
