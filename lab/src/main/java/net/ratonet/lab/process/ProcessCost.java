package net.ratonet.lab.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/// What a process has used so far.
///
/// @param residentKilobytes absent where the system does not tell
public record ProcessCost(Duration cpu, OptionalLong residentKilobytes, long atNanos) {

    public static ProcessCost of(ProcessHandle process) {
        return new ProcessCost(
                process.info().totalCpuDuration().orElse(Duration.ZERO),
                resident(process.pid()),
                System.nanoTime());
    }

    /// The share of one core used since an earlier look, in percent.
    public double cpuPercentSince(ProcessCost earlier) {
        var wall = atNanos - earlier.atNanos;
        return wall <= 0 ? 0 : 100.0 * cpu.minus(earlier.cpu).toNanos() / wall;
    }

    private static OptionalLong resident(long pid) {
        var status = Path.of("/proc", Long.toString(pid), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst();
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }
}
