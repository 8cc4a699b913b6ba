package net.ratonet.station.telemetry.gps;

import java.time.Duration;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;

/// Turns a receiver's messages into the fix to report. A receiver that loses the sky keeps its last
/// place, but reports no fix and no speed; one that never saw it reports zeros. For one thread.
final class FixKeeper {

    /// A receiver speaks once a second; after so long its last word is history.
    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private static final double KMH_PER_METRE_PER_SECOND = 3.6;

    private PartialFix current = PartialFix.NOTHING;
    private GeoFix last = new GeoFix(0, 0, 0, 0, 0, 0, FixKind.NONE);
    private int satellites;
    private long heardNanos;

    void accept(PartialFix part, long nowNanos) {
        current = current.then(part);
        if (part.kind() != FixKind.NONE) {
            heardNanos = nowNanos;
        }
        if (current.isPlaced()) {
            last =
                    new GeoFix(
                            current.lat().getAsDouble(),
                            current.lng().getAsDouble(),
                            current.speedMps().orElse(0) * KMH_PER_METRE_PER_SECOND,
                            current.altitudeM().orElse(last.altitudeM()),
                            current.heading().orElse(last.heading()),
                            satellites,
                            current.kind());
        }
    }

    void satellites(int used) {
        satellites = used;
    }

    GeoFix report(long nowNanos) {
        var fresh = current.isPlaced() && nowNanos - heardNanos < FRESH_NANOS;
        return new GeoFix(
                last.lat(),
                last.lng(),
                fresh ? last.speedKmh() : 0,
                last.altitudeM(),
                last.heading(),
                satellites,
                fresh ? last.fix() : FixKind.NONE);
    }
}
