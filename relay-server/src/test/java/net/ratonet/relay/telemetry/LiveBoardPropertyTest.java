package net.ratonet.relay.telemetry;

import static net.ratonet.relay.telemetry.SimulatedField.RATO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.ratonet.relay.privacy.GeoPoint;
import net.ratonet.relay.privacy.PlaceName;
import net.ratonet.relay.privacy.Precision;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.relay.privacy.Zone;
import net.ratonet.shared.telemetry.GeoFix;
import org.junit.jupiter.api.Test;

/// Whatever sources do in whatever order, the world is told nothing that the rules forbid.
final class LiveBoardPropertyTest {

    private static final int SEEDS = 60;
    private static final int STEPS = 400;
    private static final GeoPoint HOME = new GeoPoint(-23.5, 179.999);

    private static final List<SourceId> SOURCES =
            List.of(SimulatedField.AGENT, SimulatedField.PHONE, SimulatedField.HTTP);

    private PrivacyRules rules = PrivacyRules.OPEN;
    private int shown;
    private int hidden;

    @Test
    void noEventForTheWorldEverBreaksTheRules() {
        for (var seed = 0; seed < SEEDS; seed++) {
            rules = PrivacyRules.OPEN;
            ride(new Random(seed), new SimulatedField());
        }

        assertThat(shown).isGreaterThan(1_000);
        assertThat(hidden).isGreaterThan(1_000);
    }

    private void ride(Random random, SimulatedField field) {
        field.board.subscribeVisible(event -> check(event, field));
        for (var step = 0; step < STEPS; step++) {
            act(random, field);
            field.board.visible(RATO, field.now).ifPresent(seen -> check(seen, field));
        }
    }

    private void act(Random random, SimulatedField field) {
        var source = SOURCES.get(random.nextInt(SOURCES.size()));
        switch (random.nextInt(16)) {
            case 0 -> {
                rules = anyRules(random);
                field.decree(rules);
            }
            case 1 -> field.disconnect(source);
            case 2 -> field.connect(source);
            case 3 -> field.report(source, SimulatedField.hardware(random.nextInt(101)));
            case 4 -> field.report(source, SimulatedField.NO_FIX);
            case 5 -> field.board.named(RATO, new PlaceName("Centro " + shown, "Town"));
            case 6, 7, 8, 9 -> field.pass(random.nextInt(4));
            default ->
                    field.reportLate(
                            source, anyFix(random), Duration.ofSeconds(random.nextInt(-60, 60)));
        }
    }

    private void check(BoardEvent event, SimulatedField field) {
        switch (event) {
            case BoardEvent.CameOnline(var seen) -> check(seen, field);
            case BoardEvent.Updated(var seen, var parts) -> {
                assertThat(parts).isNotEmpty();
                check(seen, field);
            }
            case BoardEvent.WentOffline _ -> {}
        }
    }

    private void check(LiveStreamer seen, SimulatedField field) {
        if (seen.position().isEmpty()) {
            hidden++;
            assertThat(seen.locationName()).isEmpty();
            return;
        }
        shown++;
        var position = seen.position().get();
        assertThat(rules.sharing()).isTrue();
        assertThat(rules.metresOutsideZones(GeoPoint.of(position.fix()))).isPositive();
        assertThat(position.arrivedAt().plus(rules.delay())).isBeforeOrEqualTo(field.now);
    }

    private static GeoFix anyFix(Random random) {
        var point = near(random);
        return SimulatedField.fix(point.lat(), point.lng());
    }

    private static PrivacyRules anyRules(Random random) {
        var zones = new ArrayList<Zone>();
        for (var count = random.nextInt(3); count > 0; count--) {
            var centre = near(random);
            zones.add(
                    new Zone.Circle(
                            "zone", centre.lat(), centre.lng(), random.nextDouble(50, 1_500)));
        }
        var precisions = Precision.values();
        return new PrivacyRules(
                Duration.ofSeconds(random.nextInt(20)),
                zones,
                precisions[random.nextInt(precisions.length)],
                random.nextInt(8) > 0);
    }

    private static GeoPoint near(Random random) {
        var lng = HOME.lng() + random.nextDouble(-0.03, 0.03);
        return new GeoPoint(
                HOME.lat() + random.nextDouble(-0.03, 0.03), Math.IEEEremainder(lng, 360));
    }
}
