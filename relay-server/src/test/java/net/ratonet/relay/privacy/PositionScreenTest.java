package net.ratonet.relay.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import org.junit.jupiter.api.Test;

final class PositionScreenTest {

    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final Zone HOME = new Zone.Circle("home", 10, 20, 500);
    private static final PlaceName CENTRE = new PlaceName("Centro, Sorocaba, SP", "Sorocaba, SP");

    private static final PrivacyRules DELAYED = rules(30, List.of(), Precision.EXACT, true);
    private static final PrivacyRules ZONED = rules(30, List.of(HOME), Precision.EXACT, true);
    private static final PrivacyRules SILENT = rules(0, List.of(), Precision.EXACT, false);

    private final PositionScreen screen = new PositionScreen();

    @Test
    void showsAnOpenPositionAtOnce() {
        screen.moved(PrivacyRules.OPEN, fix(11, 21, 0));
        screen.named(PrivacyRules.OPEN, CENTRE, START);

        var seen = screen.look(PrivacyRules.OPEN, START);

        assertThat(seen.position()).contains(fix(11, 21, 0));
        assertThat(seen.place()).isEqualTo("Centro, Sorocaba, SP");
    }

    @Test
    void delaysPositionSpeedAndPlaceTogether() {
        screen.moved(DELAYED, fix(11, 21, 0));
        screen.named(DELAYED, CENTRE, START);

        assertThat(screen.look(DELAYED, START.plusSeconds(29))).isEqualTo(PublicPosition.HIDDEN);
        assertThat(screen.look(DELAYED, START.plusSeconds(30)))
                .extracting(PublicPosition::place)
                .isEqualTo("Centro, Sorocaba, SP");
    }

    @Test
    void takesBackTheWayHomeWhenHomeIsReached() {
        screen.moved(ZONED, fix(10.02, 20, 0));
        screen.moved(ZONED, fix(10.01, 20, 20));
        assertThat(screen.look(ZONED, START.plusSeconds(30)).position()).isPresent();

        screen.moved(ZONED, fix(10.001, 20, 40));

        assertThat(screen.look(ZONED, START.plusSeconds(40))).isEqualTo(PublicPosition.HIDDEN);
        assertThat(screen.look(ZONED, START.plusSeconds(60))).isEqualTo(PublicPosition.HIDDEN);
    }

    @Test
    void forgetsAPlaceThatWasAskedForBeforeHomeWasReached() {
        screen.moved(ZONED, fix(10, 20, 0));
        screen.named(ZONED, CENTRE, START);
        screen.moved(ZONED, fix(10.1, 20, 60));
        screen.moved(ZONED, fix(10.1, 20, 70));

        var seen = screen.look(ZONED, START.plusSeconds(200));

        assertThat(seen.position()).contains(fix(10.1, 20, 70));
        assertThat(seen.place()).isEmpty();
    }

    @Test
    void stopsAtOnceAndForGood() {
        screen.moved(DELAYED, fix(11, 21, 0));
        screen.look(DELAYED, START.plusSeconds(30));

        assertThat(screen.look(SILENT, START.plusSeconds(31))).isEqualTo(PublicPosition.HIDDEN);
        assertThat(screen.look(DELAYED, START.plusSeconds(99))).isEqualTo(PublicPosition.HIDDEN);
    }

    @Test
    void sharesNothingOfWhatCameWhileNotSharing() {
        screen.moved(SILENT, fix(11, 21, 0));

        assertThat(screen.look(DELAYED, START.plusSeconds(90))).isEqualTo(PublicPosition.HIDDEN);
    }

    @Test
    void hidesAtOnceWhenAZoneIsDrawnAroundTheStreamer() {
        screen.moved(PrivacyRules.OPEN, fix(10, 20, 0));

        assertThat(screen.look(ZONED, START.plusSeconds(60))).isEqualTo(PublicPosition.HIDDEN);
    }

    @Test
    void hidesACellWhoseCentreLiesInAZone() {
        var city = rules(0, List.of(HOME), Precision.CITY, true);
        var centre = Grid.CITY.snap(new GeoPoint(10, 20));
        var zoned =
                rules(
                        0,
                        List.of(new Zone.Circle("x", centre.lat(), centre.lng(), 100)),
                        Precision.CITY,
                        true);
        screen.moved(city, fix(centre.lat() + 0.02, centre.lng(), 0));

        assertThat(screen.look(city, START).position()).isPresent();
        assertThat(screen.look(zoned, START).position()).isEmpty();
    }

    @Test
    void namesOnlyTheTownToThoseWhoMayKnowTheCity() {
        var city = rules(0, List.of(), Precision.CITY, true);
        screen.moved(city, fix(10, 20, 0));
        screen.named(city, CENTRE, START);

        var seen = screen.look(city, START);

        assertThat(seen.place()).isEqualTo("Sorocaba, SP");
        assertThat(seen.position().orElseThrow().fix().heading()).isZero();
        assertThat(seen.position().orElseThrow().fix().altitudeM()).isZero();
    }

    @Test
    void blursHeightAndDirectionWithTheStreet() {
        var street = rules(0, List.of(), Precision.STREET, true);
        screen.moved(street, fix(10, 20, 0));

        var seen = screen.look(street, START).position().orElseThrow().fix();

        assertThat(seen.altitudeM()).isEqualTo(780);
        assertThat(seen.heading()).isEqualTo(90);
        assertThat(seen.speedKmh()).isEqualTo(23);
        assertThat(GeoPoint.of(seen)).isEqualTo(Grid.STREET.snap(new GeoPoint(10, 20)));
    }

    @Test
    void endsWithTheDeviceThatKnewThePosition() {
        screen.moved(DELAYED, fix(11, 21, 0));

        screen.stop();

        assertThat(screen.look(DELAYED, START.plusSeconds(90))).isEqualTo(PublicPosition.HIDDEN);
    }

    @Test
    void asksNobodyAboutPlacesAtHomeOrNearIt() {
        screen.moved(ZONED, fix(10.2, 20, 0));
        assertThat(screen.mayAskElsewhere(ZONED)).isTrue();

        screen.moved(ZONED, fix(10.0055, 20, 10));
        assertThat(screen.mayAskElsewhere(ZONED)).isFalse();

        screen.moved(ZONED, fix(10, 20, 20));
        assertThat(screen.mayAskElsewhere(ZONED)).isFalse();
    }

    @Test
    void asksNobodyAboutPlacesOfOneWhoDoesNotShare() {
        screen.moved(SILENT, fix(10.2, 20, 0));

        assertThat(screen.mayAskElsewhere(SILENT)).isFalse();
    }

    private static PrivacyRules rules(
            int delayS, List<Zone> zones, Precision precision, boolean sharing) {
        return new PrivacyRules(Duration.ofSeconds(delayS), zones, precision, sharing);
    }

    private static TimedFix fix(double lat, double lng, int second) {
        var at = START.plusSeconds(second);
        return new TimedFix(
                new GeoFix(lat, lng, 23.4, 783, 77, 9, FixKind.THREE_D), at.minusSeconds(1), at);
    }
}
