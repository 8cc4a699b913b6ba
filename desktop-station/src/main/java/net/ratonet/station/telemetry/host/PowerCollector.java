package net.ratonet.station.telemetry.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.telemetry.Collector;
import net.ratonet.station.telemetry.PowerFault;
import net.ratonet.station.telemetry.PowerReading;
import oshi.SystemInfo;
import oshi.hardware.PowerSource;

/// How long the battery lasts, and what a Raspberry Pi's supply lacks. Owned by its collector
/// thread.
public final class PowerCollector implements Collector<PowerReading> {

    private static final Path FIRMWARE =
            Path.of("/sys/devices/platform/soc/soc:firmware/get_throttled");
    private static final Path HWMON = Path.of("/sys/class/hwmon");

    private final Supplier<Battery> battery;
    private final Path firmware;
    private final Path monitors;
    private final Ticker ticker;
    private final BatteryForecast forecast = new BatteryForecast();

    PowerCollector(Supplier<Battery> battery, Path firmware, Path monitors, Ticker ticker) {
        this.battery = battery;
        this.firmware = firmware;
        this.monitors = monitors;
        this.ticker = ticker;
    }

    public static PowerCollector ofThisMachine(Ticker ticker) {
        return new PowerCollector(PowerCollector::systemBattery, FIRMWARE, HWMON, ticker);
    }

    @Override
    public Optional<PowerReading> collect() {
        var now = battery.get();
        var left =
                now.percent().isEmpty()
                        ? Optional.<Duration>empty()
                        : forecast.timeLeft(
                                now.percent().getAsDouble(),
                                now.charging() || now.plugged(),
                                ticker.nowNanos());
        return Optional.of(new PowerReading(now.percent(), now.charging(), left, faults()));
    }

    private Set<PowerFault> faults() {
        var all = EnumSet.noneOf(PowerFault.class);
        read(firmware).flatMap(ThrottledBits::parse).ifPresent(all::addAll);
        if (hasLowVoltageAlarm()) {
            all.add(PowerFault.UNDER_VOLTAGE);
        }
        return all;
    }

    /// Newer kernels of a Pi tell of its voltage through a monitor named rpi_volt.
    private boolean hasLowVoltageAlarm() {
        try (var all = Files.newDirectoryStream(monitors)) {
            for (var monitor : all) {
                if (read(monitor.resolve("name")).filter("rpi_volt"::equals).isPresent()) {
                    return read(monitor.resolve("in0_lcrit_alarm")).filter("1"::equals).isPresent();
                }
            }
        } catch (IOException _) {
            // Not Linux, or nothing to monitor.
            return false;
        }
        return false;
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Battery systemBattery() {
        return Battery.of(new SystemInfo().getHardware().getPowerSources());
    }

    /// All batteries as one.
    record Battery(OptionalDouble percent, boolean charging, boolean plugged) {

        static Battery of(List<PowerSource> sources) {
            return new Battery(
                    sources.stream()
                            .mapToDouble(source -> source.getRemainingCapacityPercent() * 100)
                            .filter(percent -> percent >= 0 && percent <= 100)
                            .average(),
                    sources.stream().anyMatch(PowerSource::isCharging),
                    !sources.isEmpty() && sources.stream().allMatch(PowerSource::isPowerOnLine));
        }
    }
}
