package net.ratonet.station.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.station.telemetry.StationSnapshot;
import net.ratonet.station.telemetry.Timed;
import net.ratonet.station.uplink.Report;
import org.junit.jupiter.api.Test;

final class SnapshotReportsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final GeoFix FIX = new GeoFix(1, 2, 3, 4, 5, 6, FixKind.TWO_D);
    private static final NetworkReading LINKS = new NetworkReading(List.of());

    @Test
    void reportsWhatIsKnownWithItsTime() {
        var snapshot =
                StationSnapshot.EMPTY
                        .withPosition(new Timed<>(FIX, NOON))
                        .withNetwork(new Timed<>(LINKS, NOON.plusSeconds(1)));

        assertThat(SnapshotReports.of(snapshot))
                .containsExactly(new Report(NOON, FIX), new Report(NOON.plusSeconds(1), LINKS));
    }

    @Test
    void reportsNothingWhenNothingIsKnown() {
        assertThat(SnapshotReports.of(StationSnapshot.EMPTY)).isEmpty();
    }
}
