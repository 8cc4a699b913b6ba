package net.ratonet.relay.session;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Hands chunks to all its readers. The newest group of pictures stays in memory, so that a new
/// reader can start at once; older ones are of no use to anybody. One thread writes; readers come
/// and go on any thread.
public final class ChunkFan implements ChunkSource {

    private final long mostBytes;
    private final List<ChunkQueue> readers = new CopyOnWriteArrayList<>();
    private final ArrayDeque<TsChunk> group = new ArrayDeque<>();
    private long bytesInGroup;
    private boolean ended;

    /// Nobody reads yet.
    ///
    /// @param mostBytes of a group to keep in memory; readers of a longer one wait for the next
    public ChunkFan(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized ChunkQueue open(String reader, long mostBytes) {
        var holder = new ChunkQueue[1];
        var queue = new ChunkQueue(reader, mostBytes, () -> readers.remove(holder[0]));
        holder[0] = queue;
        group.forEach(queue::offer);
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
        group.clear();
        bytesInGroup = 0;
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
    public synchronized long keptBytes() {
        return bytesInGroup;
    }

    private void remember(TsChunk chunk) {
        if (chunk.keyFrame() || bytesInGroup + chunk.length() > mostBytes) {
            forget();
        }
        if (chunk.length() <= mostBytes && (chunk.keyFrame() || !group.isEmpty())) {
            group.add(chunk);
            bytesInGroup += chunk.length();
        }
    }
}
