package net.ratonet.relay.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// What waits for one reader. It never holds up the writer: when too much waits, all of it is lost
/// and counted, and reading goes on at the next key frame. One thread reads, any thread may offer
/// or close.
public final class ChunkQueue implements AutoCloseable {

    private final String reader;
    private final long mostBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<TsChunk> waiting = new ArrayDeque<>();
    private final Runnable onClose;
    private long waitingBytes;
    private long lostBytes;
    private boolean started;
    private boolean needsKeyFrame = true;
    private boolean ended;

    ChunkQueue(String reader, long mostBytes, Runnable onClose) {
        this.reader = reader;
        this.mostBytes = mostBytes;
        this.onClose = onClose;
    }

    public String reader() {
        return reader;
    }

    /// The next chunk; empty when none came in time, or when nothing will come any more.
    public Optional<TsChunk> take(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = patience.toNanos();
            while (waiting.isEmpty() && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            var next = Optional.ofNullable(waiting.poll());
            next.ifPresent(chunk -> waitingBytes -= chunk.length());
            return next;
        } finally {
            lock.unlock();
        }
    }

    /// Nothing waits, and nothing will come any more.
    public boolean isEnded() {
        return locked(() -> ended && waiting.isEmpty());
    }

    /// What it was too slow for; what came before its first key frame does not count.
    public long lostBytes() {
        return locked(() -> lostBytes);
    }

    public long waitingBytes() {
        return locked(() -> waitingBytes);
    }

    /// The reader wants no more.
    @Override
    public void close() {
        end();
        onClose.run();
    }

    /// The writer has no more; what waits may still be read.
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void offer(TsChunk chunk) {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            if (waitingBytes + chunk.length() > mostBytes) {
                lostBytes += waitingBytes;
                waiting.clear();
                waitingBytes = 0;
                needsKeyFrame = true;
            }
            if (needsKeyFrame && !chunk.keyFrame()) {
                lostBytes += started ? chunk.length() : 0;
                return;
            }
            started = true;
            needsKeyFrame = false;
            waiting.add(chunk);
            waitingBytes += chunk.length();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }
}
