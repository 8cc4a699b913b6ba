package net.ratonet.relay.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class GeoPointTest {

    private static final double METRES_PER_DEGREE = 111_194.9;

    @Test
    void measuresADegreeOfLatitude() {
        var metres = new GeoPoint(10, 20).metresTo(new GeoPoint(11, 20));

        assertThat(metres).isCloseTo(METRES_PER_DEGREE, within(1.0));
    }

    @Test
    void seesNoBorderAtTheAntimeridian() {
        var metres = new GeoPoint(0, 179.5).metresTo(new GeoPoint(0, -179.5));

        assertThat(metres).isCloseTo(METRES_PER_DEGREE, within(1.0));
    }

    @Test
    void knowsThatAllLongitudesMeetAtThePole() {
        var metres = new GeoPoint(90, 0).metresTo(new GeoPoint(90, 135));

        assertThat(metres).isCloseTo(0, within(0.001));
    }

    @Test
    void measuresHalfTheGlobe() {
        var metres = new GeoPoint(0, 0).metresTo(new GeoPoint(0, 180));

        assertThat(metres).isCloseTo(Math.PI * GeoPoint.EARTH_RADIUS_M, within(1.0));
    }

    @Test
    void looksEastAndSouth() {
        var origin = new GeoPoint(0, 0);

        assertThat(origin.bearingTo(new GeoPoint(0, 1))).isCloseTo(Math.PI / 2, within(1e-9));
        assertThat(origin.bearingTo(new GeoPoint(-1, 0))).isCloseTo(Math.PI, within(1e-9));
    }

    @Test
    void refusesWhatIsNotOnTheGlobe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(91, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(0, 181));
    }
}
