package net.ratonet.relay.telemetry.history;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import net.ratonet.relay.telemetry.BoardEvent;
import net.ratonet.relay.telemetry.FieldNote;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.shared.flow.Latest.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the history of all lives: the board's threads only leave notes in a bounded queue, and
/// one virtual thread writes what has gathered every two seconds.
public final class SessionRecorder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRecorder.class);

    static final Duration BEAT = Duration.ofSeconds(2);
    private static final Duration TIDY_EACH = Duration.ofMinutes(10);

    /// Eight seconds of four thousand positions each; when it is full, further ones are lost to the
    /// history and counted.
    private static final int MOST_WAITING = 32_768;

    /// A minute of a disk that refuses.
    private static final int MOST_UNWRITTEN = 30;

    /// What the board's threads leave.
    private sealed interface Incoming {
        record Board(BoardEvent event) implements Incoming {}

        record Field(FieldNote note) implements Incoming {}
    }

    private final LiveBoard board;
    private final SessionStore store;
    private final SessionJournal journal;
    private final Duration retention;
    private final InstantSource clock;
    private final BlockingQueue<Incoming> incoming = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong missed = new AtomicLong();
    private final Deque<SessionBatch> unwritten = new ArrayDeque<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Instant nextTidy = Instant.MIN;
    private boolean failing;
    private final Thread thread = Thread.ofVirtual().name("session-recorder").unstarted(this::run);

    public SessionRecorder(
            LiveBoard board,
            SessionStore store,
            Supplier<SessionId> ids,
            Duration retention,
            InstantSource clock) {
        this.board = board;
        this.store = store;
        this.journal = new SessionJournal(ids);
        this.retention = retention;
        this.clock = clock;
    }

    /// Takes over what the last run left unfinished, then listens and writes.
    public void start() throws IOException {
        open();
        thread.start();
    }

    /// Ends the loop and writes what has gathered. Only after [#start].
    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        beat();
    }

    /// How many notes the history has missed because the disk was too slow for them.
    public long missed() {
        return missed.get();
    }

    void open() throws IOException {
        journal.adopt(store.unfinished());
        subscriptions.add(board.subscribe(event -> leave(new Incoming.Board(event))));
        subscriptions.add(board.subscribeNotes(note -> leave(new Incoming.Field(note))));
    }

    /// One turn of the loop.
    void beat() {
        var now = clock.instant();
        var gathered = new ArrayList<Incoming>();
        incoming.drainTo(gathered);
        gathered.forEach(this::take);
        journal.sample(board.allRaw(), now);
        var batch = journal.drain(now);
        if (!batch.isEmpty()) {
            unwritten.addLast(batch);
        }
        writeAll();
        if (!now.isBefore(nextTidy)) {
            nextTidy = now.plus(TIDY_EACH);
            tidy(now);
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(BEAT);
                beatSafely();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void beatSafely() {
        try {
            beat();
        } catch (RuntimeException mistake) {
            LOG.error("The history could not be written", mistake);
        }
    }

    private void leave(Incoming note) {
        var said = note instanceof Incoming.Board(BoardEvent.Updated _);
        if (!said && !incoming.offer(note)) {
            missed.incrementAndGet();
        }
    }

    private void take(Incoming note) {
        switch (note) {
            case Incoming.Board(var event) -> journal.on(event);
            case Incoming.Field(var fieldNote) -> journal.on(fieldNote);
        }
    }

    private void writeAll() {
        try {
            while (!unwritten.isEmpty()) {
                store.append(unwritten.getFirst());
                unwritten.removeFirst();
                tellOfRecovery();
            }
        } catch (IOException failure) {
            tellOfFailure(failure);
            if (unwritten.size() > MOST_UNWRITTEN) {
                unwritten.removeFirst();
            }
        }
    }

    private void tidy(Instant now) {
        try {
            store.tidy(now, now.minus(retention));
        } catch (IOException failure) {
            LOG.warn("Old history could not be tidied away: {}", failure.getMessage());
        }
    }

    private void tellOfFailure(IOException failure) {
        if (!failing) {
            LOG.error("History is not being written: {}", failure.getMessage());
        }
        failing = true;
    }

    private void tellOfRecovery() {
        if (failing) {
            LOG.info("History is being written again");
        }
        failing = false;
    }
}
