package net.ratonet.relay.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes. Requests that arrive while the disk is busy with the last commit
/// share the next one, so many callers pay for one flush; each hears back only after it.
final class WriterLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriterLoop.class);

    private static final int LONGEST_QUEUE = 4_096;
    private static final int MOST_PER_COMMIT = 256;
    private static final long PATIENCE_S = 10;
    private static final int LOG_EACH_LOST = 1_000;

    private final Path file;
    private final Connection connection;
    private final Handle handle;
    private final BlockingQueue<WriteRequest<?>> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread;

    /// Set once by whoever closes; the loop then empties the queue and ends.
    private volatile boolean closing;

    /// Set once by the loop when it no longer looks at the queue.
    private volatile boolean ended;

    private WriterLoop(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
        this.handle = Jdbi.create(connection).open();
        this.thread = Thread.ofPlatform().name("store-writer").unstarted(this::run);
    }

    /// Takes over a connection that nobody else uses.
    static WriterLoop start(Path file, Connection connection) {
        var loop = new WriterLoop(file, connection);
        loop.thread.start();
        return loop;
    }

    /// Waits until the work is durable. Waits also for a place in a full queue, but not for ever.
    <T> T write(Function<Handle, T> work) throws IOException {
        if (Thread.currentThread().equals(thread)) {
            throw new IllegalStateException("work on the writer must use its own handle");
        }
        var request = WriteRequest.of(work);
        try {
            if (closing || !queue.offer(request, PATIENCE_S, TimeUnit.SECONDS)) {
                throw new IOException(closing ? closedMessage() : busyMessage());
            }
            failWhatNobodyWillDo();
            return request.done().get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the database");
        } catch (ExecutionException failure) {
            throw rethrow(failure.getCause());
        }
    }

    /// False, and nothing is done, when the queue is full or the database closed. Nobody waits for
    /// the result, so a failure is told to the log.
    boolean writeLater(Function<Handle, ?> work) {
        var request = WriteRequest.of(work);
        if (closing || !queue.offer(request)) {
            countLost(new IOException(closing ? closedMessage() : busyMessage()));
            return false;
        }
        var _ =
                request.done()
                        .exceptionally(failure -> {
                            countLost(failure);
                            return null;
                        });
        failWhatNobodyWillDo();
        return true;
    }

    private void countLost(Throwable reason) {
        var count = lost.incrementAndGet();
        if (count % LOG_EACH_LOST == 1) {
            LOG.warn(
                    "{} writes that nobody waited for were lost so far: {}",
                    count,
                    reason.getMessage());
        }
    }

    /// How many writes without a waiting caller were lost.
    long lost() {
        return lost.get();
    }

    /// False when nothing will be written any more.
    boolean isAlive() {
        return !ended;
    }

    int waiting() {
        return queue.size();
    }

    /// Finishes what has been accepted, then frees the file.
    @Override
    public void close() throws IOException {
        closing = true;
        try {
            queue.offer(WriteRequest.of(_ -> true));
            thread.join();
            handle.close();
            connection.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while closing the database");
        } catch (SQLException failure) {
            throw SqliteFailure.explain(file, failure);
        }
    }

    private void run() {
        var batch = new ArrayList<WriteRequest<?>>();
        try {
            while (!closing || !queue.isEmpty()) {
                batch.add(queue.take());
                queue.drainTo(batch, MOST_PER_COMMIT - 1);
                commit(batch);
                batch.clear();
            }
        } catch (InterruptedException | RuntimeException failure) {
            LOG.error("The database writer stopped; the relay cannot store anything more", failure);
        } finally {
            ended = true;
            batch.forEach(request -> request.fail(new IOException(closedMessage())));
            failWhatNobodyWillDo();
        }
    }

    private void commit(List<WriteRequest<?>> batch) {
        var answers = new ArrayList<Runnable>();
        try {
            sql("BEGIN IMMEDIATE");
            for (var request : batch) {
                answers.add(runAlone(request));
            }
            sql("COMMIT");
        } catch (SQLException failure) {
            rollBack();
            batch.forEach(request -> request.fail(SqliteFailure.explain(file, failure)));
            return;
        }
        answers.forEach(Runnable::run);
    }

    /// One request that fails takes back its own changes only. When SQLite has given up the whole
    /// transaction, as it does on a full disk, so must the batch: there is nothing to roll back to.
    private Runnable runAlone(WriteRequest<?> request) throws SQLException {
        sql("SAVEPOINT request");
        try {
            var answer = request.run(handle);
            sql("RELEASE request");
            return answer;
        } catch (JdbiException failure) {
            takeBack(failure);
            return () -> request.fail(SqliteFailure.explain(file, failure));
        } catch (RuntimeException mistake) {
            takeBack(mistake);
            return () -> request.fail(mistake);
        }
    }

    private void takeBack(RuntimeException why) throws SQLException {
        try {
            sql("ROLLBACK TO request");
            sql("RELEASE request");
        } catch (SQLException _) {
            throw new SQLException(why);
        }
    }

    private void rollBack() {
        try {
            sql("ROLLBACK");
        } catch (SQLException _) {
            LOG.debug("SQLite had rolled back by itself");
        }
    }

    /// Transactions are spelled out because the driver, left to itself, holds one open between
    /// commits, and loses count when SQLite gives one up.
    private void sql(String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /// A request that slipped into the queue after the loop's last look.
    private void failWhatNobodyWillDo() {
        if (ended) {
            for (var late = queue.poll(); late != null; late = queue.poll()) {
                late.fail(new IOException(closedMessage()));
            }
        }
    }

    private static IOException rethrow(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> new IOException("the database gave no reason");
            case IOException failure -> failure;
            case RuntimeException mistake -> throw mistake;
            default -> throw new IllegalStateException(cause);
        };
    }

    private String closedMessage() {
        return "The database %s is closed.".formatted(file);
    }

    private String busyMessage() {
        return "The database %s is too busy. Try again later.".formatted(file);
    }
}
