package net.ratonet.station.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.RadioCell;
import net.ratonet.station.telemetry.RadioSignal;
import net.ratonet.station.telemetry.RadioTechnology;
import net.ratonet.station.telemetry.SimState;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class StatusTableTest {

    private final ObjectNode status = Json.object();

    @Test
    void showsHowMuchOfADataPlanIsUsed() {
        status.putObject("bond").putArray("links").addObject().put("link", "wwan0");
        status.putArray("links").addObject().put("link", "eth0");
        status.putArray("data_plans")
                .addObject()
                .put("link", "wwan0")
                .put("used_bytes", 16_200_000_000L)
                .put("cap_bytes", 20_000_000_000L)
                .put("used_percent", 81.0);

        assertThat(line("wwan0")).endsWith("16.2 of 20.0 GB (81 %)");
        assertThat(line("eth0")).doesNotContain("GB");
    }

    @Test
    void showsWhatModemsHear() {
        status.set("modems", ModemJson.of(List.of(modem())));

        assertThat(line("MODEM")).contains("OPERATOR", "RSRP dBm");
        assertThat(line("wwan1"))
                .containsSubsequence("Vivo", "5G (with 4G)", "B3+n78", "-97", "-", "pin needed")
                .endsWith("pin needed, roaming");
    }

    @Test
    void showsHowLongTheBatteryLasts() {
        var power = status.putObject("readings").putObject("power");
        power.put("battery_percent", 41.4).put("charging", false).put("minutes_left", 95);
        power.putArray("faults").add("under_voltage");

        assertThat(line("Power"))
                .isEqualTo("Power    battery 41 %, not charging, 95 minutes left, under voltage");
    }

    @Test
    void saysNothingOfPowerAndModemsThatAreNotThere() {
        status.putObject("readings").putObject("power").put("charging", false).putArray("faults");

        assertThat(StatusTable.lines(status))
                .noneMatch(line -> line.startsWith("Power") || line.startsWith("MODEM"));
    }

    private String line(String begin) {
        return StatusTable.lines(status).stream()
                .filter(line -> line.startsWith(begin))
                .findFirst()
                .orElseThrow();
    }

    private static ModemReading modem() {
        return new ModemReading(
                "EM7565",
                Optional.of("wwan1"),
                new RadioCell(
                        Optional.of("Vivo"),
                        RadioTechnology.NR_WITH_LTE,
                        Optional.of("B3+n78"),
                        OptionalLong.of(7),
                        OptionalInt.empty()),
                new RadioSignal(
                        OptionalDouble.of(-97),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.empty()),
                SimState.PIN_NEEDED,
                true,
                OptionalLong.empty());
    }
}
