package net.ratonet.station.telemetry;

import java.time.Duration;
import java.util.List;

/// A recorded way: at least two points, each later than or as late as the one before.
record GpxTrack(List<GpxPoint> points) {

    GpxTrack {
        points = List.copyOf(points);
        if (points.size() < 2 || !isInOrder(points) || length(points).isZero()) {
            throw new IllegalArgumentException(
                    "a track needs at least two points in the order of time");
        }
    }

    Duration duration() {
        return length(points);
    }

    private static Duration length(List<GpxPoint> points) {
        return Duration.between(points.getFirst().time(), points.getLast().time());
    }

    private static boolean isInOrder(List<GpxPoint> points) {
        for (var index = 1; index < points.size(); index++) {
            if (points.get(index).time().isBefore(points.get(index - 1).time())) {
                return false;
            }
        }
        return true;
    }
}
