package net.ratonet.relay.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Hands chunks to all its readers and keeps the newest in memory, so that a new reader can start
/// at once. One thread writes; readers come and go on any thread.
public final class ChunkFan implements ChunkSource {

    private static final Duration ANY_AGE = Duration.ofDays(1);

    private final long windowBytes;
    private final long windowNanos;
    private final List<ChunkQueue> readers = new CopyOnWriteArrayList<>();
    private final ArrayDeque<TsChunk> window = new ArrayDeque<>();
    private long bytesInWindow;
    private int keyFramesInWindow;
    private boolean ended;

    /// Nobody reads yet.
    ///
    /// @param windowBytes how much to keep in memory; it always begins with a key frame
    public ChunkFan(long windowBytes) {
        this(windowBytes, ANY_AGE);
    }

    /// Nobody reads yet.
    ///
    /// @param window how old a group of pictures may grow in memory, unless it is the newest
    public ChunkFan(long windowBytes, Duration window) {
        this.windowBytes = windowBytes;
        this.windowNanos = window.toNanos();
    }

    @Override
    public synchronized ChunkQueue open(String reader, long mostBytes) {
        var holder = new ChunkQueue[1];
        var queue = new ChunkQueue(reader, mostBytes, () -> readers.remove(holder[0]));
        holder[0] = queue;
        newestGroup().forEach(queue::offer);
        if (ended) {
            queue.end();
        } else {
            readers.add(queue);
        }
        return queue;
    }

    public synchronized void write(TsChunk chunk) {
        remember(chunk);
        readers.forEach(reader -> reader.offer(chunk));
    }

    /// Forgets what was; for readers it just goes on with what comes next.
    public synchronized void forget() {
        window.clear();
        bytesInWindow = 0;
        keyFramesInWindow = 0;
    }

    /// No more will come.
    public synchronized void end() {
        ended = true;
        forget();
        readers.forEach(ChunkQueue::end);
        readers.clear();
    }

    public List<ChunkQueue> readers() {
        return List.copyOf(readers);
    }

    /// What is kept in memory for new readers.
    public synchronized long windowBytes() {
        return bytesInWindow;
    }

    private void remember(TsChunk chunk) {
        if (window.isEmpty() && !chunk.keyFrame()) {
            return;
        }
        window.add(chunk);
        bytesInWindow += chunk.length();
        keyFramesInWindow += chunk.keyFrame() ? 1 : 0;
        while (bytesInWindow > windowBytes || isTooOld(chunk)) {
            dropOldestGroup();
        }
    }

    private boolean isTooOld(TsChunk newest) {
        return keyFramesInWindow > 1
                && newest.arrivedNanos() - window.element().arrivedNanos() > windowNanos;
    }

    private void dropOldestGroup() {
        keyFramesInWindow--;
        do {
            bytesInWindow -= window.remove().length();
        } while (!window.isEmpty() && !window.element().keyFrame());
    }

    /// Only walks as far back as it must.
    private List<TsChunk> newestGroup() {
        var group = new ArrayDeque<TsChunk>();
        for (var chunks = window.descendingIterator(); chunks.hasNext(); ) {
            var chunk = chunks.next();
            group.addFirst(chunk);
            if (chunk.keyFrame()) {
                break;
            }
        }
        return List.copyOf(group);
    }
}
