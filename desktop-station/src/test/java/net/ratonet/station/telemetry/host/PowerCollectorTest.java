package net.ratonet.station.telemetry.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Set;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.telemetry.PowerFault;
import net.ratonet.station.telemetry.PowerReading;
import net.ratonet.station.telemetry.host.PowerCollector.Battery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PowerCollectorTest {

    @TempDir Path sys;

    private final FakeTicker ticker = new FakeTicker();
    private Battery battery = new Battery(OptionalDouble.empty(), false, false);

    @Test
    void foretellsHowLongTheBatteryLasts() {
        var collector = collector();
        for (var minute = 0; minute < 10; minute++) {
            battery = new Battery(OptionalDouble.of(50 - minute), false, false);
            collector.collect();
            ticker.advance(Duration.ofMinutes(1));
        }

        assertThat(read(collector).timeLeft()).isPresent();
        battery = new Battery(OptionalDouble.of(41), false, true);
        assertThat(read(collector).timeLeft()).isEmpty();
    }

    @Test
    void tellsNothingOfAMachineWithoutBatteryAndFirmware() {
        var reading = read(collector());

        assertThat(reading.batteryPercent()).isEmpty();
        assertThat(reading.timeLeft()).isEmpty();
        assertThat(reading.faults()).isEmpty();
    }

    @Test
    void tellsWhatTheFirmwareSuffersFrom() throws IOException {
        Files.writeString(sys.resolve("get_throttled"), "5000d\n");

        assertThat(read(collector()).faults())
                .isEqualTo(
                        Set.of(PowerFault.UNDER_VOLTAGE, PowerFault.THROTTLED, PowerFault.TOO_HOT));
    }

    @Test
    void forgivesWhatIsOver() {
        assertThat(ThrottledBits.parse("throttled=0x50000")).contains(Set.of());
        assertThat(ThrottledBits.parse("0x1")).contains(Set.of(PowerFault.UNDER_VOLTAGE));
        assertThat(ThrottledBits.parse("none")).isEmpty();
    }

    @Test
    void hearsTheVoltageAlarmOfANewerKernel() throws IOException {
        var monitor = Files.createDirectories(sys.resolve("hwmon/hwmon1"));
        Files.writeString(monitor.resolve("name"), "rpi_volt\n");
        Files.writeString(monitor.resolve("in0_lcrit_alarm"), "1\n");

        assertThat(read(collector()).faults()).containsExactly(PowerFault.UNDER_VOLTAGE);
    }

    @Test
    void readsThisMachine() {
        assertThat(PowerCollector.ofThisMachine(ticker).collect()).isPresent();
    }

    private PowerCollector collector() {
        return new PowerCollector(
                () -> battery, sys.resolve("get_throttled"), sys.resolve("hwmon"), ticker);
    }

    private static PowerReading read(PowerCollector collector) {
        return collector.collect().orElseThrow();
    }
}
