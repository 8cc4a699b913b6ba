package net.ratonet.station.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import net.ratonet.shared.telemetry.HardwareReading;
import net.ratonet.station.config.RecordingConfig;
import net.ratonet.station.control.preflight.Machine;
import net.ratonet.station.telemetry.StationSnapshot;
import net.ratonet.station.telemetry.Timed;
import net.ratonet.station.telemetry.host.HostCollector;

/// Tells the preflight how the machine is doing: as it was last measured, else measured now.
final class MachineFacts {

    private MachineFacts() {}

    static Machine of(StationSnapshot snapshot, RecordingConfig recording) {
        var free = recording.withLive() ? free(recording.plan().folder()) : OptionalLong.empty();
        var host = snapshot.hardware().map(Timed::value).or(MachineFacts::measured);
        return host.map(reading -> of(reading, free))
                .orElseGet(() ->
                        new Machine(OptionalDouble.empty(), false, OptionalDouble.empty(), free));
    }

    private static Machine of(HardwareReading host, OptionalLong free) {
        return new Machine(
                host.batteryPercent(),
                host.batteryCharging(),
                host.cpuTempC() > 0 ? OptionalDouble.of(host.cpuTempC()) : OptionalDouble.empty(),
                free);
    }

    /// What the disk of a folder still takes, though the folder itself may not be there yet.
    static OptionalLong free(Path folder) {
        for (var place = folder.toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.isDirectory(place)) {
                try {
                    return OptionalLong.of(Files.getFileStore(place).getUsableSpace());
                } catch (IOException _) {
                    return OptionalLong.empty();
                }
            }
        }
        return OptionalLong.empty();
    }

    private static Optional<HardwareReading> measured() {
        try {
            return new HostCollector(Path.of("").toAbsolutePath()).collect();
        } catch (IOException _) {
            // A machine that does not tell has no fault to report.
            return Optional.empty();
        }
    }
}
