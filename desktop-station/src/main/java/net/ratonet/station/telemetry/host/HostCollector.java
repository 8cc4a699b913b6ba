package net.ratonet.station.telemetry.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.ratonet.shared.telemetry.HardwareReading;
import net.ratonet.station.telemetry.Collector;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.PowerSource;

/// How this machine is doing. Opens the system's counters at the first call, which takes about a
/// second, and is owned by its collector thread.
public final class HostCollector implements Collector<HardwareReading> {

    private final Path place;
    private @Nullable HardwareAbstractionLayer machine;
    private long[] lastTicks = {};

    /// @param place any path on the disk whose filling matters
    public HostCollector(Path place) {
        this.place = place;
    }

    @Override
    public Optional<HardwareReading> collect() throws IOException {
        if (machine == null) {
            machine = new SystemInfo().getHardware();
            lastTicks = machine.getProcessor().getSystemCpuLoadTicks();
        }
        return Optional.of(read(machine));
    }

    private HardwareReading read(HardwareAbstractionLayer host) throws IOException {
        var memory = host.getMemory();
        var disk = Files.getFileStore(place);
        var batteries = host.getPowerSources();
        return new HardwareReading(
                cpuPercent(host.getProcessor()),
                finite(host.getSensors().getCpuTemperature()),
                usedPercent(memory.getAvailable(), memory.getTotal()),
                usedPercent(disk.getUsableSpace(), disk.getTotalSpace()),
                batteries.stream()
                        .mapToDouble(battery -> battery.getRemainingCapacityPercent() * 100)
                        .filter(percent -> percent >= 0 && percent <= 100)
                        .average(),
                batteries.stream().anyMatch(PowerSource::isCharging));
    }

    private double cpuPercent(CentralProcessor processor) {
        var ticks = processor.getSystemCpuLoadTicks();
        var load = processor.getSystemCpuLoadBetweenTicks(lastTicks, ticks);
        lastTicks = ticks;
        return Math.clamp(finite(load) * 100, 0, 100);
    }

    private static double usedPercent(long free, long total) {
        return total > 0 ? Math.clamp(100.0 * (total - free) / total, 0, 100) : 0;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
