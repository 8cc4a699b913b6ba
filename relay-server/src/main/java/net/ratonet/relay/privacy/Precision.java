package net.ratonet.relay.privacy;

import net.ratonet.shared.telemetry.GeoFix;

/// How exactly the world may know a position.
public enum Precision {
    EXACT("exact") {
        @Override
        public GeoFix coarsen(GeoFix fix) {
            return fix;
        }
    },
    STREET("street") {
        @Override
        public GeoFix coarsen(GeoFix fix) {
            return onGrid(
                    fix,
                    Grid.STREET,
                    rounded(fix.altitudeM(), 10),
                    rounded(fix.heading(), 45) % 360);
        }
    },
    CITY("city") {
        @Override
        public GeoFix coarsen(GeoFix fix) {
            return onGrid(fix, Grid.CITY, 0, 0);
        }
    };

    private final String wireName;

    Precision(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /// The fix as the world may see it. Height and direction are blurred with the position, because
    /// they would tell a patient observer the road within the cell.
    public abstract GeoFix coarsen(GeoFix fix);

    private static GeoFix onGrid(GeoFix fix, Grid grid, double altitudeM, double heading) {
        var cell = grid.snap(GeoPoint.of(fix));
        return new GeoFix(
                cell.lat(),
                cell.lng(),
                Math.rint(fix.speedKmh()),
                altitudeM,
                heading,
                fix.satellites(),
                fix.fix());
    }

    private static double rounded(double value, double step) {
        return Math.rint(value / step) * step;
    }
}
