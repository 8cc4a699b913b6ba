package net.ratonet.relay.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever happens in whatever order, the screen keeps its promises.
final class PrivacyPropertyTest {

    /// Quiet land, a city, the antimeridian, both poles.
    private static final List<GeoPoint> CENTRES =
            List.of(
                    new GeoPoint(1, 1),
                    new GeoPoint(-23.55, -46.63),
                    new GeoPoint(-17, 179.9999),
                    new GeoPoint(89.9999, 30),
                    new GeoPoint(-89.9995, -120));

    private Instant now = Instant.parse("2026-05-01T12:00:00Z");
    private GeoPoint at = CENTRES.getFirst();
    private PrivacyRules rules = PrivacyRules.OPEN;
    private final PositionScreen screen = new PositionScreen();

    static List<Long> seeds() {
        var seeds = new ArrayList<Long>();
        for (var seed = 1L; seed <= 100; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverShowsAPositionThatTheRulesForbid(long seed) {
        var random = new Random(seed);
        var centre = CENTRES.get(random.nextInt(CENTRES.size()));
        at = centre;

        for (var step = 0; step < 300; step++) {
            act(random, centre);
            screen.look(rules, now).position().ifPresent(this::checkAllowed);
        }
    }

    private void act(Random random, GeoPoint centre) {
        now = now.plusMillis(random.nextInt(4_000));
        switch (random.nextInt(12)) {
            case 0 -> rules = anyRules(random, centre);
            case 1 -> screen.stop();
            case 2 -> screen.named(rules, new PlaceName("full", "town"), now);
            default -> screen.moved(rules, anyFix(random, centre));
        }
    }

    private void checkAllowed(TimedFix shown) {
        assertThat(rules.sharing()).isTrue();
        assertThat(rules.metresOutsideZones(GeoPoint.of(shown.fix()))).isPositive();
        assertThat(shown.arrivedAt().plus(rules.delay())).isBeforeOrEqualTo(now);
        var snapped = rules.precision().coarsen(shown.fix());
        assertThat(GeoPoint.of(snapped).metresTo(GeoPoint.of(shown.fix()))).isLessThan(0.01);
    }

    private TimedFix anyFix(Random random, GeoPoint centre) {
        var point = walk(random, centre);
        var fix =
                new GeoFix(
                        point.lat(),
                        point.lng(),
                        random.nextDouble(0, 100),
                        random.nextDouble(-100, 3_000),
                        random.nextDouble(0, 360),
                        random.nextInt(20),
                        FixKind.THREE_D);
        return new TimedFix(fix, now.plusMillis(random.nextInt(-600_000, 600_000)), now);
    }

    /// Mostly a few steps on, along the borders of zones; sometimes a jump.
    private GeoPoint walk(Random random, GeoPoint centre) {
        at = random.nextInt(10) == 0 ? near(random, centre, 0.01) : near(random, at, 0.0005);
        return at;
    }

    private static PrivacyRules anyRules(Random random, GeoPoint centre) {
        var zones = new ArrayList<Zone>();
        for (var count = random.nextInt(4); count > 0; count--) {
            zones.add(anyZone(random, centre));
        }
        var precisions = Precision.values();
        return new PrivacyRules(
                Duration.ofSeconds(random.nextInt(40)),
                zones,
                precisions[random.nextInt(precisions.length)],
                random.nextInt(6) > 0);
    }

    private static Zone anyZone(Random random, GeoPoint centre) {
        var at = near(random, centre, 0.01);
        if (random.nextBoolean()) {
            return new Zone.Circle("c", at.lat(), at.lng(), random.nextDouble(20, 400));
        }
        return new Zone.Polygon(
                "p",
                List.of(
                        at,
                        near(random, at, 0.01),
                        near(random, at, 0.01),
                        near(random, at, 0.01)));
    }

    private static GeoPoint near(Random random, GeoPoint centre, double degrees) {
        var lat = centre.lat() + random.nextDouble(-degrees, degrees);
        var lng = centre.lng() + random.nextDouble(-degrees, degrees);
        return new GeoPoint(Math.clamp(lat, -90, 90), Math.IEEEremainder(lng, 360));
    }
}
