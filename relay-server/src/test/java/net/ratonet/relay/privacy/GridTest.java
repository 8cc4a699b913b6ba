package net.ratonet.relay.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class GridTest {

    @Test
    void staysWithinACell() {
        var random = new Random(7);

        for (var round = 0; round < 5_000; round++) {
            var point = anywhere(random);
            assertThat(point.metresTo(Grid.STREET.snap(point))).isLessThan(100);
            assertThat(point.metresTo(Grid.CITY.snap(point))).isLessThan(8_000);
        }
    }

    @Test
    void snapsACentreToItself() {
        var random = new Random(8);

        for (var round = 0; round < 1_000; round++) {
            var centre = Grid.CITY.snap(anywhere(random));
            assertThat(Grid.CITY.snap(centre).metresTo(centre)).isLessThan(0.01);
        }
    }

    @Test
    void givesNothingMoreToAnObserverWhoAveragesAJitteringReceiver() {
        var random = new Random(9);
        var seen = new HashSet<GeoPoint>();
        var centre = Grid.STREET.snap(new GeoPoint(-23.5613, -46.6561));

        for (var round = 0; round < 1_000; round++) {
            var jitter = 0.0004;
            seen.add(
                    Grid.STREET.snap(
                            new GeoPoint(
                                    centre.lat() + jitter * (random.nextDouble() - 0.5),
                                    centre.lng() + jitter * (random.nextDouble() - 0.5))));
        }

        assertThat(seen).containsExactly(centre);
    }

    @Test
    void coversThePolesAndBothSidesOfTheAntimeridian() {
        assertThat(Grid.CITY.snap(new GeoPoint(90, 180)).lat()).isLessThan(90);
        assertThat(Grid.CITY.snap(new GeoPoint(-90, -180)).lat()).isGreaterThan(-90);
        assertThat(Grid.CITY.snap(new GeoPoint(0, 180)).lng()).isLessThan(180);
    }

    @Test
    void refusesACellWithoutASize() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(Double.NaN));
    }

    private static GeoPoint anywhere(Random random) {
        return new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
    }
}
