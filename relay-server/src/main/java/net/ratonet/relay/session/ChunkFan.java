package net.ratonet.relay.session;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Hands chunks to all its readers and keeps the newest in memory, so that a new reader can start
/// at once. One thread writes; readers come and go on any thread.
public final class ChunkFan implements ChunkSource {

    private final long windowBytes;
    private final List<ChunkQueue> readers = new CopyOnWriteArrayList<>();
    private final ArrayDeque<TsChunk> window = new ArrayDeque<>();
    private long bytesInWindow;

    /// Nobody reads yet.
    ///
    /// @param windowBytes how much to keep in memory; it always begins with a key frame
    public ChunkFan(long windowBytes) {
        this.windowBytes = windowBytes;
    }

    @Override
    public synchronized ChunkQueue open(String reader, long mostBytes) {
        var holder = new ChunkQueue[1];
        var queue = new ChunkQueue(reader, mostBytes, () -> readers.remove(holder[0]));
        holder[0] = queue;
        newestKeyFrameOn().forEach(queue::offer);
        readers.add(queue);
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
    }

    /// No more will come.
    public synchronized void end() {
        forget();
        readers.forEach(ChunkQueue::end);
        readers.clear();
    }

    public List<ChunkQueue> readers() {
        return List.copyOf(readers);
    }

    private void remember(TsChunk chunk) {
        if (window.isEmpty() && !chunk.keyFrame()) {
            return;
        }
        window.add(chunk);
        bytesInWindow += chunk.length();
        while (bytesInWindow > windowBytes && !window.isEmpty()) {
            dropOldestGroup();
        }
    }

    private void dropOldestGroup() {
        do {
            bytesInWindow -= window.remove().length();
        } while (!window.isEmpty() && !window.element().keyFrame());
    }

    private List<TsChunk> newestKeyFrameOn() {
        var all = List.copyOf(window);
        for (var i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).keyFrame()) {
                return all.subList(i, all.size());
            }
        }
        return List.of();
    }
}
