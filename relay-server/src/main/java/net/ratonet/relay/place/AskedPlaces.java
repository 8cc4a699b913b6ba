package net.ratonet.relay.place;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.relay.privacy.GeoPoint;
import net.ratonet.shared.telemetry.StreamerId;

/// Knows where each streamer's place was last asked for, and so whether to ask again. Any thread
/// may call.
final class AskedPlaces {

    private static final double FAR_M = 150;
    private static final Duration LONG_AGO = Duration.ofMinutes(5);

    private final Map<StreamerId, Asked> last = new ConcurrentHashMap<>();

    private record Asked(GeoPoint point, long atNanos) {}

    boolean isDue(StreamerId id, GeoPoint point, long nowNanos) {
        if (point.lat() == 0 && point.lng() == 0) {
            return false;
        }
        var asked = last.get(id);
        return asked == null
                || asked.point().metresTo(point) > FAR_M
                || nowNanos - asked.atNanos() > LONG_AGO.toNanos();
    }

    void asked(StreamerId id, GeoPoint point, long nowNanos) {
        last.put(id, new Asked(point, nowNanos));
    }

    void forget(StreamerId id) {
        last.remove(id);
    }
}
