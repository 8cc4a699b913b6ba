package net.ratonet.relay.place;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import net.ratonet.relay.privacy.GeoPoint;
import net.ratonet.shared.telemetry.StreamerId;

/// Questions that wait: one for each streamer, the newest, in the order in which the streamers
/// came. When full it takes no further streamers. Any thread may call.
final class PlaceQueue {

    record Question(StreamerId streamer, GeoPoint point) {}

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Map<StreamerId, GeoPoint> waiting = new LinkedHashMap<>();

    PlaceQueue(int most) {
        this.most = most;
    }

    /// Returns whether there was room.
    boolean offer(StreamerId id, GeoPoint point) {
        lock.lock();
        try {
            if (waiting.size() >= most && !waiting.containsKey(id)) {
                return false;
            }
            waiting.put(id, point);
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// The oldest question, waiting up to the given time for one.
    Optional<Question> poll(long mostNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = mostNanos;
            while (waiting.isEmpty() && left > 0) {
                left = filled.awaitNanos(left);
            }
            var oldest = waiting.entrySet().stream().findFirst();
            oldest.ifPresent(question -> waiting.remove(question.getKey()));
            return oldest.map(question -> new Question(question.getKey(), question.getValue()));
        } finally {
            lock.unlock();
        }
    }

    void withdraw(StreamerId id) {
        lock.lock();
        try {
            waiting.remove(id);
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
