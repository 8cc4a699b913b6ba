package net.ratonet.relay.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which sources of one streamer are there, and when each was last heard. For one owner thread at a
/// time.
final class SourceRoster {

    /// More than any streamer carries; further ones are heard but do not count as present.
    private static final int MOST = 32;

    private final Map<SourceId, Instant> lastHeard = new HashMap<>();

    boolean has(SourceId source) {
        return lastHeard.containsKey(source);
    }

    boolean isFull() {
        return lastHeard.size() >= MOST;
    }

    boolean isEmpty() {
        return lastHeard.isEmpty();
    }

    void hear(SourceId source, Instant now) {
        lastHeard.merge(source, now, (before, after) -> after.isAfter(before) ? after : before);
    }

    boolean leave(SourceId source) {
        return lastHeard.remove(source) != null;
    }

    List<SourceId> silentFor(Duration silence, Instant now) {
        return lastHeard.entrySet().stream()
                .filter(heard -> !now.isBefore(heard.getValue().plus(silence)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
