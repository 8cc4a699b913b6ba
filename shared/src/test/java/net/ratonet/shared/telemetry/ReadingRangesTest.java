package net.ratonet.shared.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ReadingRangesTest {

    private static final double NAN = Double.NaN;
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("lat", () -> gps(90.001, 0, 0, 0, 0, 0)),
                mistake("lat", () -> gps(NAN, 0, 0, 0, 0, 0)),
                mistake("lng", () -> gps(0, -180.001, 0, 0, 0, 0)),
                mistake("speed_kmh", () -> gps(0, 0, -1, 0, 0, 0)),
                mistake("speed_kmh", () -> gps(0, 0, ENDLESS, 0, 0, 0)),
                mistake("altitude_m", () -> gps(0, 0, 0, NAN, 0, 0)),
                mistake("altitude_m", () -> gps(0, 0, 0, -ENDLESS, 0, 0)),
                mistake("heading", () -> gps(0, 0, 0, 0, 361, 0)),
                mistake("satellites", () -> gps(0, 0, 0, 0, 0, -1)),
                mistake("cpu_percent", () -> hardware(101, 0, 0, 0, OptionalDouble.empty())),
                mistake("cpu_temp_c", () -> hardware(0, NAN, 0, 0, OptionalDouble.empty())),
                mistake("ram_percent", () -> hardware(0, 0, -1, 0, OptionalDouble.empty())),
                mistake("disk_percent", () -> hardware(0, 0, 0, NAN, OptionalDouble.empty())),
                mistake("battery_percent", () -> hardware(0, 0, 0, 0, OptionalDouble.of(100.5))),
                mistake("interface", () -> link(" ", 0, 0, 0, 0, 0)),
                mistake("rtt_ms", () -> link("eth0", -1, 0, 0, 0, 0)),
                mistake("jitter_ms", () -> link("eth0", 0, NAN, 0, 0, 0)),
                mistake("packet_loss_pct", () -> link("eth0", 0, 0, 100.1, 0, 0)),
                mistake("bandwidth_mbps", () -> link("eth0", 0, 0, 0, ENDLESS, 0)),
                mistake("score", () -> link("eth0", 0, 0, 0, 0, 101)),
                mistake("latency_ms", () -> starlink(-1, 0, 0, 0, 0)),
                mistake("download_mbps", () -> starlink(0, -1, 0, 0, 0)),
                mistake("upload_mbps", () -> starlink(0, 0, NAN, 0, 0)),
                mistake("obstruction_pct", () -> starlink(0, 0, 0, 101, 0)),
                mistake("uptime_s", () -> starlink(0, 0, 0, 0, -1)),
                mistake("score", () -> health(-1, 0, 0, 0)),
                mistake("active_links", () -> health(0, -1, 0, 0)),
                mistake("total_links", () -> health(0, 3, 2, 0)),
                mistake("bitrate_kbps", () -> health(0, 0, 0, -0.1)));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesWhatMeansNothingAndNamesTheFieldFirst(String field, ThrowingCallable build) {
        assertThatThrownBy(build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field + " must ");
    }

    @Test
    void takesTheEndsOfEachRange() {
        assertThatCode(
                        () -> {
                            gps(90, 180, 0, -430, 360, 0);
                            gps(-90, -180, 0, 8_849, 0, 0);
                            hardware(100, -40, 100, 100, OptionalDouble.of(100));
                            hardware(0, 0, 0, 0, OptionalDouble.of(0));
                            link("wwan0", 0, 0, 100, 0, 100);
                            health(100, 2, 2, 0);
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void saysTheRangeInWholeNumbersWhereTheFieldIsWhole() {
        assertThatThrownBy(() -> health(101, 0, 0, 0))
                .hasMessage("score must be between 0 and 100, not 101");
    }

    @Test
    void knowsThatNobodyStreamsFromZeroZero() {
        assertThat(gps(0, 0, 0, 0, 0, 0).isPlaced()).isFalse();
        assertThat(gps(-0.0, 0, 0, 0, 0, 0).isPlaced()).isFalse();
        assertThat(gps(0, 6.6, 0, 0, 0, 0).isPlaced()).isTrue();
        assertThat(gps(-23.5, 0, 0, 0, 0, 0).isPlaced()).isTrue();
    }

    @Test
    void keepsItsOwnListOfLinks() {
        var links = new ArrayList<>(List.of(link("eth0", 0, 0, 0, 0, 0)));

        var reading = new NetworkReading(links);
        links.clear();

        assertThat(reading.links()).hasSize(1);
    }

    private static Arguments mistake(String field, ThrowingCallable build) {
        return Arguments.of(field, build);
    }

    private static GeoFix gps(
            double lat, double lng, double speed, double altitude, double heading, int satellites) {
        return new GeoFix(lat, lng, speed, altitude, heading, satellites, FixKind.THREE_D);
    }

    private static HardwareReading hardware(
            double cpu, double temp, double ram, double disk, OptionalDouble battery) {
        return new HardwareReading(cpu, temp, ram, disk, battery, false);
    }

    private static LinkReading link(
            String name, double rtt, double jitter, double loss, double bandwidth, int score) {
        return new LinkReading(name, LinkClass.MOBILE, true, rtt, jitter, loss, bandwidth, score);
    }

    private static StarlinkReading starlink(
            double latency, double download, double upload, double obstruction, long uptime) {
        return new StarlinkReading(true, latency, download, upload, obstruction, uptime);
    }

    private static StreamHealth health(int score, int active, int total, double kbps) {
        return new StreamHealth(score, HealthState.HEALTHY, active, total, kbps, "fine");
    }
}
