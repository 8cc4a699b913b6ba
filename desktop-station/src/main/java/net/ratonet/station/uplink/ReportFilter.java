package net.ratonet.station.uplink;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HardwareReading;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.shared.telemetry.Reading;
import net.ratonet.shared.telemetry.StarlinkReading;
import net.ratonet.shared.telemetry.StreamHealth;
import net.ratonet.shared.wire.ReadingCodec;

/// Lets each reading through once, and links only every 5 s. Owned by the uplink's thread.
final class ReportFilter {

    private static final Duration NETWORK_PERIOD = Duration.ofSeconds(5);

    /// Clocks and threads jitter; a reading that is this much early still counts as on time.
    private static final Duration TOLERANCE = Duration.ofMillis(250);

    private final Map<String, Instant> lastByKind = new HashMap<>();

    boolean accepts(Report report) {
        var kind = ReadingCodec.typeOf(report.reading());
        var last = lastByKind.get(kind);
        if (last != null && report.at().isBefore(earliest(last, report.reading()))) {
            return false;
        }
        lastByKind.put(kind, report.at());
        return true;
    }

    private static Instant earliest(Instant last, Reading reading) {
        return switch (reading) {
            case NetworkReading _ -> last.plus(NETWORK_PERIOD).minus(TOLERANCE);
            case GeoFix _, HardwareReading _, StarlinkReading _, StreamHealth _ ->
                    last.plusNanos(1);
        };
    }
}
