package net.ratonet.station.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.shared.telemetry.Reading;
import org.junit.jupiter.api.Test;

final class ReportFilterTest {

    private static final Reading FIX = new GeoFix(1, 2, 3, 4, 5, 6, FixKind.THREE_D);
    private static final Reading LINKS = new NetworkReading(List.of());
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final ReportFilter filter = new ReportFilter();

    @Test
    void letsAReadingThroughOnce() {
        assertThat(filter.accepts(new Report(NOON, FIX))).isTrue();
        assertThat(filter.accepts(new Report(NOON, FIX))).isFalse();
        assertThat(filter.accepts(new Report(NOON.plusMillis(100), FIX))).isTrue();
    }

    @Test
    void letsLinksThroughEveryFiveSeconds() {
        assertThat(filter.accepts(new Report(NOON, LINKS))).isTrue();
        assertThat(filter.accepts(new Report(NOON.plusSeconds(1), LINKS))).isFalse();
        assertThat(filter.accepts(new Report(NOON.plusMillis(4_900), LINKS))).isTrue();
    }

    @Test
    void looksAtEachKindByItself() {
        filter.accepts(new Report(NOON, LINKS));

        assertThat(filter.accepts(new Report(NOON, FIX))).isTrue();
    }
}
