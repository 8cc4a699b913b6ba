package net.ratonet.station.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.testing.FakeTicker;
import org.junit.jupiter.api.Test;

final class SimulatedRideTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    /// Due north for 100 s, a stop of 10 s, then due east for 50 s.
    private static final GpxTrack TRACK =
            new GpxTrack(
                    List.of(
                            new GpxPoint(0.00, 10, 100, START),
                            new GpxPoint(0.01, 10, 200, START.plusSeconds(100)),
                            new GpxPoint(0.01, 10, 200, START.plusSeconds(110)),
                            new GpxPoint(0.01, 10.01, 200, START.plusSeconds(160))));

    private final FakeTicker ticker = new FakeTicker();
    private final SimulatedRide ride = new SimulatedRide(TRACK, ticker);

    @Test
    void interpolatesPlaceAndHeightByTime() {
        var fix = ride.fixAt(Duration.ofSeconds(50));

        assertThat(fix.lat()).isCloseTo(0.005, within(1e-9));
        assertThat(fix.lng()).isEqualTo(10);
        assertThat(fix.altitudeM()).isCloseTo(150, within(1e-6));
        assertThat(fix.fix()).isEqualTo(FixKind.THREE_D);
    }

    @Test
    void computesSpeedAndHeading() {
        assertThat(ride.fixAt(Duration.ofSeconds(50)))
                .satisfies(fix -> {
                    assertThat(fix.speedKmh()).isCloseTo(40.03, within(0.01));
                    assertThat(fix.heading()).isCloseTo(0, within(1e-6));
                });
        assertThat(ride.fixAt(Duration.ofSeconds(121)).heading()).isCloseTo(90, within(0.01));
    }

    @Test
    void standsStillAtAStop() {
        assertThat(ride.fixAt(Duration.ofSeconds(105)).speedKmh()).isZero();
    }

    @Test
    void beginsAgainAtTheEnd() {
        assertThat(ride.fixAt(Duration.ofSeconds(160 + 50)))
                .isEqualTo(ride.fixAt(Duration.ofSeconds(50)));
    }

    @Test
    void followsTheTicker() {
        ticker.advance(Duration.ofSeconds(50));

        assertThat(ride.collect()).contains(ride.fixAt(Duration.ofSeconds(50)));
    }

    @Test
    void ridesAroundPaulistaAtTheSpeedOfABicycle() {
        var paulista = SimulatedRide.aroundPaulista(ticker);

        for (var second = 0; second < 1_300; second++) {
            var fix = paulista.fixAt(Duration.ofSeconds(second));

            assertThat(fix.lat()).isBetween(-23.58, -23.55);
            assertThat(fix.lng()).isBetween(-46.67, -46.64);
            assertThat(fix.speedKmh()).isLessThan(45);
        }
    }

    @Test
    void closesTheLoopAroundPaulista() {
        var paulista = SimulatedRide.aroundPaulista(ticker);

        var first = paulista.fixAt(Duration.ZERO);
        var last = paulista.fixAt(Duration.ofSeconds(1_198));

        assertThat(last.lat()).isCloseTo(first.lat(), within(0.001));
        assertThat(last.lng()).isCloseTo(first.lng(), within(0.001));
    }
}
