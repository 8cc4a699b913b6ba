package net.ratonet.station.telemetry.gps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Debian's gpsd reads a receiver that is a TCP stream of sentences; our client reads gpsd.
@Tag("linux")
final class RealGpsdTest {

    @Test
    void readsWhatTheRealGpsdMakesOfAReceiver() throws Exception {
        try (var receiver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var feed = Thread.ofVirtual().name("fake-receiver").start(() -> speak(receiver));
            var port = freePort();
            var gpsd = gpsd(port, "tcp://127.0.0.1:" + receiver.getLocalPort());
            var collector = new GpsdCollector("127.0.0.1", port, Ticker.system());
            try {
                var fix =
                        Await.value(
                                "gpsd reports a fix with height and speed",
                                () ->
                                        collector
                                                .collect()
                                                .filter(seen -> seen.fix() == FixKind.THREE_D)
                                                .filter(seen -> seen.satellites() > 0));

                assertThat(fix.lat()).isCloseTo(Nmea.LAT, within(1e-6));
                assertThat(fix.lng()).isCloseTo(Nmea.LNG, within(1e-6));
                assertThat(fix.altitudeM()).isCloseTo(790.5, within(0.1));
                assertThat(fix.speedKmh()).isCloseTo(18.52, within(0.1));
                assertThat(fix.heading()).isCloseTo(90, within(0.1));
            } finally {
                collector.close();
                feed.interrupt();
                gpsd.destroy();
                gpsd.waitFor(5, TimeUnit.SECONDS);
            }
        }
    }

    private static Process gpsd(int port, String source) throws IOException {
        return new ProcessBuilder(
                        "/usr/sbin/gpsd", "-N", "-n", "-S", Integer.toString(port), source)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void speak(ServerSocket receiver) {
        try (var gpsd = receiver.accept()) {
            for (var second = 0; !Thread.interrupted(); second++) {
                for (var line : Nmea.second(second)) {
                    gpsd.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        } catch (IOException _) {
            // gpsd has ended.
            return;
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
