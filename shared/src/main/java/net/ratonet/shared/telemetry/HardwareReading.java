package net.ratonet.shared.telemetry;

import java.util.OptionalDouble;

/// How the field machine is doing; the battery is absent on a machine that has none.
public record HardwareReading(
        double cpuPercent,
        double cpuTempC,
        double ramPercent,
        double diskPercent,
        OptionalDouble batteryPercent,
        boolean batteryCharging)
        implements Reading {

    public HardwareReading {
        Range.check("cpu_percent", cpuPercent, 0, 100);
        Range.checkFinite("cpu_temp_c", cpuTempC);
        Range.check("ram_percent", ramPercent, 0, 100);
        Range.check("disk_percent", diskPercent, 0, 100);
        batteryPercent.ifPresent(percent -> Range.check("battery_percent", percent, 0, 100));
    }
}
