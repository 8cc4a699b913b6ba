package net.ratonet.station.telemetry.gps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.testing.Await;
import net.ratonet.station.telemetry.serial.PtyPair;
import net.ratonet.station.telemetry.serial.SystemSerialPorts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("linux")
final class SerialGpsPtyTest {

    @TempDir Path folder;

    @Test
    void readsARealTerminalAndNoticesWhenItIsPulled() throws Exception {
        var ports = new SystemSerialPorts();
        try (var cable = new PtyPair(folder)) {
            var collector = SerialGpsCollector.at(cable.path(), ports, Ticker.system());
            try (var receiver = cable.deviceOutput()) {
                var fix =
                        Await.value(
                                "a fix comes over the cable",
                                () -> {
                                    for (var line : Nmea.second(1)) {
                                        receiver.write(line.getBytes(StandardCharsets.US_ASCII));
                                    }
                                    return collector.collect();
                                });
                assertThat(fix.fix()).isEqualTo(FixKind.THREE_D);
                assertThatIOException()
                        .isThrownBy(() -> ports.open(cable.path(), 9_600))
                        .withMessageContaining("already in use");
            }

            cable.unplug();

            Await.until("the loss is noticed", () -> isLost(collector));
        }
    }

    @Test
    void saysThatAPortIsNotThere() {
        var collector =
                SerialGpsCollector.at("/dev/ttyUSB-none", new SystemSerialPorts(), Ticker.system());

        assertThatIOException()
                .isThrownBy(collector::collect)
                .withMessage("there is no serial port /dev/ttyUSB-none");
    }

    private static boolean isLost(SerialGpsCollector collector) {
        try {
            collector.collect();
            return false;
        } catch (IOException lost) {
            return String.valueOf(lost.getMessage()).matches(".*(unplugged|no serial port).*");
        }
    }
}
