package net.ratonet.station.local;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import net.ratonet.shared.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One who listens to the events. The hub's thread tells; the thread of the listener's connection
/// takes. Who falls a whole queue behind is let go.
final class EventReader {

    private static final int LONGEST_QUEUE = 32;

    private final BlockingQueue<String> events = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Runnable hangUp;
    private ObjectNode seen;

    /// @param hangUp ends the connection, even while something is being written to it
    EventReader(ObjectNode snapshot, Runnable hangUp) {
        this.seen = snapshot;
        this.hangUp = hangUp;
        events.add(event("snapshot", snapshot));
    }

    /// Tells what is new, unless the reader is too far behind.
    boolean tell(ObjectNode status) {
        var changes = StatusChanges.between(seen, status);
        seen = status;
        return changes.isEmpty() || events.offer(event("change", changes));
    }

    /// Waits for the next event; null when there was none for so long.
    @Nullable String next(long longestMs) throws InterruptedException {
        return events.poll(longestMs, TimeUnit.MILLISECONDS);
    }

    void hangUp() {
        hangUp.run();
    }

    private static String event(String name, ObjectNode content) {
        return "event: " + name + "\ndata: " + Json.write(content) + "\n\n";
    }
}
