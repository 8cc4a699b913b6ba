package net.ratonet.station.telemetry.advisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.ratonet.station.telemetry.Advice;
import net.ratonet.station.telemetry.PowerFault;
import net.ratonet.station.telemetry.PowerReading;
import net.ratonet.station.telemetry.StationSnapshot;

/// What there is to say about heat, battery and supply. Pure.
final class PowerAdvisor {

    private static final String STATION = "station";

    private PowerAdvisor() {}

    static List<Advice> advise(StationSnapshot snapshot, Thresholds thresholds) {
        var all = new ArrayList<Advice>();
        snapshot.hardware()
                .map(host -> host.value().cpuTempC())
                .filter(heat -> thresholds.isHot(Advices.key("heat", STATION), heat))
                .ifPresent(heat -> all.add(Advices.hot(heat)));
        snapshot.power().ifPresent(power -> power(power.value(), thresholds, all));
        return all;
    }

    private static void power(PowerReading power, Thresholds thresholds, List<Advice> all) {
        if (power.faults().contains(PowerFault.UNDER_VOLTAGE)) {
            all.add(Advices.underVoltage());
        }
        if (power.faults().contains(PowerFault.THROTTLED)
                || power.faults().contains(PowerFault.TOO_HOT)) {
            all.add(Advices.throttled());
        }
        if (power.charging()) {
            return;
        }
        power.batteryPercent().ifPresent(percent -> battery(percent, thresholds, all));
        power.timeLeft()
                .map(Duration::toMinutes)
                .filter(left -> thresholds.isShort(Advices.key("battery_time", STATION), left))
                .ifPresent(left -> all.add(Advices.batteryTime(left)));
    }

    private static void battery(double percent, Thresholds thresholds, List<Advice> all) {
        if (thresholds.isEmptyBattery(Advices.key("battery_empty", STATION), percent)) {
            all.add(Advices.batteryEmpty(percent));
        } else if (thresholds.isLowBattery(Advices.key("battery_low", STATION), percent)) {
            all.add(Advices.batteryLow(percent));
        }
    }
}
