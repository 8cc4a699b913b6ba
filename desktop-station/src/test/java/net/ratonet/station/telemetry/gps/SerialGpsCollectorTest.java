package net.ratonet.station.telemetry.gps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.telemetry.serial.FakeSerialPorts;
import org.junit.jupiter.api.Test;

final class SerialGpsCollectorTest {

    private final FakeTicker ticker = new FakeTicker();
    private final FakeSerialPorts ports = new FakeSerialPorts();

    @Test
    void readsAReceiverAtItsPort() throws IOException {
        var receiver = ports.plug("/dev/ttyUSB0", 9_600);
        var collector = SerialGpsCollector.at("/dev/ttyUSB0", ports, ticker);

        receiver.say(String.join("", Nmea.second(0)));

        assertThat(collector.collect()).map(GeoFix::fix).contains(FixKind.THREE_D);
    }

    @Test
    void findsTheSpeed() {
        var receiver = ports.plug("/dev/ttyUSB0", 38_400);
        var collector = SerialGpsCollector.at("/dev/ttyUSB0", ports, ticker);

        var seconds = secondsUntilFound(collector, receiver);

        assertThat(seconds).isLessThan(12);
        assertThat(ports.openings()).containsExactly("/dev/ttyUSB0@9600");
    }

    @Test
    void findsThePortThatHasAReceiver() {
        ports.plug("/dev/ttyS0", 9_600);
        ports.plug("/dev/ttyUSB0", 115_200);
        var receiver = ports.plug("/dev/ttyUSB1", 4_800);
        var collector = SerialGpsCollector.anywhere(ports, ticker);

        secondsUntilFound(collector, receiver);

        assertThat(ports.openings()).noneMatch(opening -> opening.startsWith("/dev/ttyS0"));
    }

    @Test
    void noticesAReceiverThatIsPluggedInLater() throws IOException {
        var collector = SerialGpsCollector.anywhere(ports, ticker);
        assertThatIOException().isThrownBy(collector::collect).withMessageContaining("no serial");

        ports.plug("COM5", 9_600).say(String.join("", Nmea.second(0)));

        assertThat(collector.collect()).isPresent();
    }

    @Test
    void findsItsReceiverAgainAtAnotherPort() throws IOException {
        ports.plug("/dev/ttyUSB0", 9_600).say(String.join("", Nmea.second(0)));
        var collector = SerialGpsCollector.anywhere(ports, ticker);
        collector.collect();

        ports.unplug("/dev/ttyUSB0");
        assertThatIOException().isThrownBy(collector::collect).withMessageContaining("unplugged");
        ports.plug("/dev/ttyUSB1", 9_600).say(String.join("", Nmea.second(9)));

        assertThat(collector.collect()).isPresent();
    }

    @Test
    void looksAnewWhenTheReceiverGoesSilent() throws IOException {
        ports.plug("/dev/ttyUSB0", 9_600).say(String.join("", Nmea.second(0)));
        var collector = SerialGpsCollector.at("/dev/ttyUSB0", ports, ticker);
        collector.collect();

        ticker.advance(Duration.ofSeconds(11));

        assertThatIOException().isThrownBy(collector::collect).withMessageContaining("gone silent");
    }

    private int secondsUntilFound(SerialGpsCollector collector, FakeSerialPorts.Device receiver) {
        for (var second = 0; second < 120; second++) {
            receiver.say(String.join("", Nmea.second(second)));
            if (tryToCollect(collector).isPresent()) {
                return second;
            }
            ticker.advance(Duration.ofSeconds(1));
        }
        throw new AssertionError("not found in two minutes");
    }

    private static Optional<GeoFix> tryToCollect(SerialGpsCollector collector) {
        try {
            return collector.collect();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
