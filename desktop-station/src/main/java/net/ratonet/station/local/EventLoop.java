package net.ratonet.station.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tells those who listen what has changed in the status, once a second, on the thread
/// "control-events". While nobody listens, nothing is looked at.
final class EventLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int MOST_READERS = 8;

    private final Supplier<ObjectNode> status;
    private final List<EventReader> readers = new ArrayList<>();
    private final Thread thread = Thread.ofVirtual().name("control-events").unstarted(this::run);

    EventLoop(Supplier<ObjectNode> status) {
        this.status = status;
    }

    void start() {
        thread.start();
    }

    /// A new listener, unless there are enough.
    synchronized Optional<EventReader> join(Runnable hangUp) {
        if (readers.size() >= MOST_READERS) {
            return Optional.empty();
        }
        var reader = new EventReader(status.get(), hangUp);
        readers.add(reader);
        return Optional.of(reader);
    }

    synchronized void leave(EventReader reader) {
        readers.remove(reader);
    }

    /// Looks once and tells.
    synchronized void step() {
        if (readers.isEmpty()) {
            return;
        }
        var now = status.get();
        readers.removeIf(reader -> {
            var slow = !reader.tell(now);
            if (slow) {
                LOG.warn("A reader of the station's events was too slow and is let go");
                reader.hangUp();
            }
            return slow;
        });
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                Thread.sleep(PERIOD);
                step();
            }
        } catch (InterruptedException _) {
            LOG.debug("the events end");
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        synchronized (this) {
            readers.forEach(EventReader::hangUp);
            readers.clear();
        }
    }
}
