package net.ratonet.relay.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ZoneTest {

    @Test
    void measuresFromTheEdgeOfACircle() {
        var home = new Zone.Circle("home", 0, 0, 1_000);

        assertThat(home.metresOutside(new GeoPoint(0, 0))).isCloseTo(-1_000, within(0.1));
        assertThat(home.metresOutside(new GeoPoint(0, 0.02))).isCloseTo(1_223.9, within(0.1));
    }

    @Test
    void reachesOverTheAntimeridian() {
        var island = new Zone.Circle("island", -17, 179.999, 1_000);

        assertThat(island.metresOutside(new GeoPoint(-17, -179.999))).isNegative();
    }

    @Test
    void measuresFromTheOutlineOfAPolygon() {
        var block = square("block", 10, 20, 0.01);

        assertThat(block.metresOutside(new GeoPoint(10, 20))).isCloseTo(-1_095, within(2.0));
        assertThat(block.metresOutside(new GeoPoint(10, 20.02))).isCloseTo(1_095, within(2.0));
        assertThat(block.metresOutside(new GeoPoint(10.02, 20))).isCloseTo(1_112, within(2.0));
    }

    @Test
    void knowsTheHollowOfAPolygon() {
        var horseshoe =
                new Zone.Polygon(
                        "horseshoe",
                        List.of(
                                new GeoPoint(0, 0),
                                new GeoPoint(0, 0.03),
                                new GeoPoint(0.03, 0.03),
                                new GeoPoint(0.03, 0.02),
                                new GeoPoint(0.01, 0.02),
                                new GeoPoint(0.01, 0.01),
                                new GeoPoint(0.03, 0.01),
                                new GeoPoint(0.03, 0)));

        assertThat(horseshoe.metresOutside(new GeoPoint(0.02, 0.015))).isPositive();
        assertThat(horseshoe.metresOutside(new GeoPoint(0.005, 0.015))).isNegative();
        assertThat(horseshoe.metresOutside(new GeoPoint(0.02, 0.025))).isNegative();
    }

    @Test
    void holdsAPolygonAcrossTheAntimeridian() {
        var block = square("block", 0, 180, 0.01);

        assertThat(block.metresOutside(new GeoPoint(0, -179.995))).isNegative();
        assertThat(block.metresOutside(new GeoPoint(0, 179.995))).isNegative();
        assertThat(block.metresOutside(new GeoPoint(0, 179.98))).isPositive();
    }

    @Test
    void holdsAPolygonAroundThePole() {
        var station =
                new Zone.Polygon(
                        "station",
                        List.of(
                                new GeoPoint(-89.9, 0),
                                new GeoPoint(-89.9, 90),
                                new GeoPoint(-89.9, 180),
                                new GeoPoint(-89.9, -90)));

        assertThat(station.metresOutside(new GeoPoint(-90, 0))).isNegative();
        assertThat(station.metresOutside(new GeoPoint(-89.99, 123))).isNegative();
        assertThat(station.metresOutside(new GeoPoint(-89.8, 123))).isPositive();
    }

    @Test
    void isFarFromTheOtherSideOfTheGlobe() {
        var block = square("block", 10, 20, 0.01);

        assertThat(block.metresOutside(new GeoPoint(-10, -160))).isGreaterThan(10_000_000);
    }

    @Test
    void refusesACircleWithoutASize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Zone.Circle("x", 0, 0, Double.NaN))
                .withMessageStartingWith("radius_m");
        assertThatIllegalArgumentException().isThrownBy(() -> new Zone.Circle("x", 0, 0, 60_000));
    }

    @Test
    void refusesAnOutlineOfTwoCornersOrAHundred() {
        var corner = new GeoPoint(0, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Zone.Polygon("x", List.of(corner, corner)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Zone.Polygon("x", Collections.nCopies(100, corner)));
    }

    @Test
    void refusesAnOutlineAsLargeAsACountry() {
        var corners = List.of(new GeoPoint(0, 0), new GeoPoint(0, 1), new GeoPoint(1, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Zone.Polygon("x", corners))
                .withMessageContaining("50 km");
    }

    private static Zone square(String name, double lat, double lng, double half) {
        return new Zone.Polygon(
                name,
                List.of(
                        new GeoPoint(lat - half, wrapped(lng - half)),
                        new GeoPoint(lat - half, wrapped(lng + half)),
                        new GeoPoint(lat + half, wrapped(lng + half)),
                        new GeoPoint(lat + half, wrapped(lng - half))));
    }

    private static double wrapped(double lng) {
        return lng > 180 ? lng - 360 : lng;
    }
}
