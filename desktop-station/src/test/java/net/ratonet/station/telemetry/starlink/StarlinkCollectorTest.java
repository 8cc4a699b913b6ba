package net.ratonet.station.telemetry.starlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.stream.Stream;
import net.ratonet.shared.telemetry.StarlinkReading;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.telemetry.starlink.FakeDish.Firmware;
import net.ratonet.station.telemetry.starlink.FakeDish.Reflection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StarlinkCollectorTest {

    private final FakeTicker ticker = new FakeTicker();

    static Stream<Firmware> firmware() {
        return Stream.of(
                Firmware.OLD,
                Firmware.NEW,
                Firmware.OLD.with(Reflection.V1),
                Firmware.OLD.with(Reflection.NONE),
                new Firmware(1_015, 1_014, Reflection.NONE));
    }

    @ParameterizedTest
    @MethodSource("firmware")
    void readsADishOfAnyFirmware(Firmware firmware) throws IOException {
        try (var dish = new FakeDish(firmware)) {
            var collector = collector(dish.port());

            var reading = collector.collect().orElseThrow();

            assertThat(reading.connected()).isTrue();
            assertThat(reading.latencyMs()).isCloseTo(42.5, within(1e-3));
            assertThat(reading.downloadMbps()).isCloseTo(120, within(1e-3));
            assertThat(reading.uploadMbps()).isCloseTo(15, within(1e-3));
            assertThat(reading.obstructionPct()).isCloseTo(25, within(1e-3));
            assertThat(reading.uptimeS()).isEqualTo(86_400);
            assertThat(collector.localAddress().get()).contains("127.0.0.1");
            collector.close();
        }
    }

    @ParameterizedTest
    @MethodSource("firmware")
    void seesAnOutageThatTheDishTells(Firmware firmware) throws IOException {
        try (var dish = new FakeDish(firmware)) {
            dish.loseTheSky();
            var collector = collector(dish.port());

            assertThat(collector.collect()).map(StarlinkReading::connected).contains(false);
            collector.close();
        }
    }

    @Test
    void leavesAloneWhatIsNotThereAndLooksAgainLater() throws IOException {
        var port = freePort();
        var collector = collector(port);
        assertThat(collector.collect()).isEmpty();

        try (var _ = new FakeDish(Firmware.NEW, port)) {
            assertThat(collector.collect()).isEmpty();
            ticker.advance(Duration.ofSeconds(11));

            assertThat(collector.collect()).isPresent();
        }
        collector.close();
    }

    @Test
    void reportsADishThatHasGone() throws IOException {
        var dish = new FakeDish(Firmware.NEW);
        var collector = collector(dish.port());
        collector.collect();

        dish.close();

        assertThat(collector.collect()).map(StarlinkReading::connected).contains(false);
        assertThat(collector.collect()).isEmpty();
        assertThat(collector.localAddress().get()).isEmpty();
    }

    @Test
    void isNotHeldUpByAnAddressThatTakesButNeverAnswers() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var started = System.nanoTime();
            var collector = collector(silent.getLocalPort());

            var reading = collector.collect();

            assertThat(reading).map(StarlinkReading::connected).contains(false);
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .isLessThan(Duration.ofSeconds(6));
        }
    }

    private StarlinkCollector collector(int port) {
        return new StarlinkCollector("127.0.0.1", port, ticker);
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
