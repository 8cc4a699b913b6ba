package net.ratonet.station.telemetry.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import net.ratonet.shared.telemetry.HardwareReading;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.telemetry.Advice;
import net.ratonet.station.telemetry.Advice.Severity;
import net.ratonet.station.telemetry.LinkDetail;
import net.ratonet.station.telemetry.LinksReading;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.PowerFault;
import net.ratonet.station.telemetry.PowerReading;
import net.ratonet.station.telemetry.RadioCell;
import net.ratonet.station.telemetry.RadioSignal;
import net.ratonet.station.telemetry.RadioTechnology;
import net.ratonet.station.telemetry.SimState;
import net.ratonet.station.telemetry.StationSnapshot;
import net.ratonet.station.telemetry.Timed;
import org.junit.jupiter.api.Test;

final class AdviceCollectorTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final FakeTicker ticker = new FakeTicker();
    private final Map<String, DataUse> budgets = new HashMap<>();
    private StationSnapshot snapshot = StationSnapshot.EMPTY;
    private final AdviceCollector collector =
            new AdviceCollector(() -> snapshot, () -> budgets, ticker);

    @Test
    void saysNothingOfAStationThatIsWell() {
        modems(modem("wwan0", "Vivo", 1, -90), modem("wwan1", "Claro", 2, -95));
        links(Map.of("wwan0", at("10.0.0.2/24", "1-1"), "wwan1", at("10.0.1.2/24", "1-2")));
        heat(60);
        power(80, Optional.of(Duration.ofHours(3)));
        budgets.put("wwan0", new DataUse(10, 100));

        assertThat(codesAfter(60)).isEmpty();
    }

    @Test
    void warnsOfTwoLinksInOneCellOrWithOneOperator() {
        modems(
                modem("wwan0", "Vivo", 1, -90),
                modem("wwan1", "Vivo", 1, -90),
                modem("wwan2", "Vivo", 7, -90));

        assertThat(codesAfter(6)).containsExactly("same_cell", "same_operator", "same_operator");
    }

    @Test
    void doesNotCompareCellsOfDifferentOperators() {
        modems(modem("wwan0", "Vivo", 1, -90), modem("wwan1", "Claro", 1, -90));

        assertThat(codesAfter(6)).isEmpty();
    }

    @Test
    void warnsOfWeakSignals() {
        modems(modem("wwan0", "Vivo", 1, -115));
        links(
                Map.of(
                        "wlan0",
                        new LinkDetail(
                                List.of("10.0.0.2/24"),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalInt.of(-80),
                                0,
                                0)));

        assertThat(codesAfter(6)).containsExactly("weak_signal", "weak_wifi");
    }

    @Test
    void warnsOfOneHubAndOfOneSubnet() {
        links(
                Map.of(
                        "usb0", at("192.168.8.100/24", "1-1.1"),
                        "usb1", at("192.168.8.101/24", "1-1.2"),
                        "usb2", at("192.168.9.100/24", "1-2")));

        assertThat(codesAfter(6)).containsExactly("same_subnet", "same_usb_hub");
        assertThat(collect()).extracting(Advice::subject).containsOnly("usb0, usb1");
    }

    @Test
    void warnsOfSimCardsAndRoaming() {
        modems(
                sim("wwan0", SimState.PIN_NEEDED, false),
                sim("wwan1", SimState.MISSING, false),
                sim("wwan2", SimState.READY, true));

        assertThat(codesAfter(6)).containsExactly("sim_locked", "sim_missing", "roaming");
    }

    @Test
    void warnsOfBudgetsThatRunOut() {
        budgets.put("wwan0", new DataUse(81, 100));
        budgets.put("wwan1", new DataUse(97, 100));

        assertThat(codesAfter(6)).containsExactly("budget_now", "budget_soon");
    }

    @Test
    void warnsOfHeatBatteryAndSupply() {
        heat(85);
        snapshot =
                snapshot.withPower(
                        new Timed<>(
                                new PowerReading(
                                        OptionalDouble.of(8),
                                        false,
                                        Optional.of(Duration.ofMinutes(12)),
                                        Set.of(PowerFault.UNDER_VOLTAGE, PowerFault.THROTTLED)),
                                NOON));

        assertThat(codesAfter(6))
                .containsExactly(
                        "battery_empty", "under_voltage", "battery_time", "heat", "throttled");
    }

    @Test
    void doesNotWorryAboutABatteryThatCharges() {
        snapshot =
                snapshot.withPower(
                        new Timed<>(
                                new PowerReading(
                                        OptionalDouble.of(8), true, Optional.empty(), Set.of()),
                                NOON));

        assertThat(codesAfter(6)).isEmpty();
    }

    @Test
    void waitsUntilACauseHasLasted() {
        heat(85);

        assertThat(codesAfter(0)).isEmpty();
        assertThat(codesAfter(4)).isEmpty();
        assertThat(codesAfter(1)).containsExactly("heat");
    }

    @Test
    void keepsQuietAboutAShortPeak() {
        heat(85);
        collect();
        heat(60);
        assertThat(codesAfter(3)).isEmpty();
        heat(85);

        assertThat(codesAfter(3)).isEmpty();
    }

    @Test
    void doesNotFlickerAtTheEdge() {
        heat(85);
        codesAfter(0);
        codesAfter(6);

        for (var second = 0; second < 120; second++) {
            heat(second % 2 == 0 ? 81 : 77);

            assertThat(codesAfter(1)).containsExactly("heat");
        }
    }

    @Test
    void takesAnAdviceBackWhenItsCauseHasBeenGoneForAWhile() {
        heat(85);
        codesAfter(0);
        codesAfter(6);
        heat(60);

        assertThat(codesAfter(10)).containsExactly("heat");
        assertThat(codesAfter(10)).isEmpty();
    }

    @Test
    void speaksBothLanguagesAndSaysWhatToDo() {
        heat(85);
        budgets.put("wwan1", new DataUse(97, 100));
        modems(sim("wwan0", SimState.PUK_NEEDED, true), modem("wwan3", "Vivo", 1, -120));
        codesAfter(0);
        codesAfter(6);

        assertThat(collect())
                .hasSize(5)
                .allSatisfy(advice -> {
                    assertThat(advice.english()).isNotEqualTo(advice.portuguese()).endsWith(".");
                    assertThat(advice.portuguese()).contains(". ").endsWith(".");
                })
                .extracting(Advice::severity)
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .startsWith(Severity.ALARM);
    }

    @Test
    void namesTheNetworkOfAnAddress() {
        assertThat(Subnet.of("192.168.8.100/24")).contains("192.168.8.0/24");
        assertThat(Subnet.of("10.200.3.4/9")).contains("10.128.0.0/9");
        assertThat(Subnet.of("10.0.0.1/32")).isEmpty();
        assertThat(Subnet.of("fe80::1/64")).isEmpty();
    }

    private List<String> codesAfter(int seconds) {
        var codes = List.<String>of();
        for (var second = 0; second < seconds; second++) {
            ticker.advance(Duration.ofSeconds(1));
            codes = collect().stream().map(Advice::code).toList();
        }
        return seconds == 0 ? collect().stream().map(Advice::code).toList() : codes;
    }

    private List<Advice> collect() {
        return collector.collect().orElseThrow();
    }

    private void heat(double celsius) {
        snapshot =
                snapshot.withHardware(
                        new Timed<>(
                                new HardwareReading(
                                        1, celsius, 1, 1, OptionalDouble.empty(), false),
                                NOON));
    }

    private void power(double percent, Optional<Duration> left) {
        snapshot =
                snapshot.withPower(
                        new Timed<>(
                                new PowerReading(OptionalDouble.of(percent), false, left, Set.of()),
                                NOON));
    }

    private void modems(ModemReading... found) {
        snapshot = snapshot.withModems("test", new Timed<>(List.of(found), NOON));
    }

    private void links(Map<String, LinkDetail> details) {
        snapshot =
                snapshot.withLinks(
                        new Timed<>(
                                new LinksReading(new NetworkReading(List.of()), details), NOON));
    }

    private static LinkDetail at(String address, String usb) {
        return new LinkDetail(
                List.of(address), Optional.empty(), Optional.of(usb), OptionalInt.empty(), 0, 0);
    }

    private static ModemReading modem(String link, String operator, long cell, double rsrp) {
        return reading(link, Optional.of(operator), cell, rsrp, SimState.READY, false);
    }

    private static ModemReading sim(String link, SimState sim, boolean roaming) {
        return reading(link, Optional.empty(), 1, -90, sim, roaming);
    }

    private static ModemReading reading(
            String link,
            Optional<String> operator,
            long cell,
            double rsrp,
            SimState sim,
            boolean roaming) {
        return new ModemReading(
                "modem",
                Optional.of(link),
                new RadioCell(
                        operator,
                        RadioTechnology.LTE,
                        Optional.empty(),
                        OptionalLong.of(cell),
                        OptionalInt.empty()),
                new RadioSignal(
                        OptionalDouble.of(rsrp),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.empty()),
                sim,
                roaming,
                OptionalLong.empty());
    }
}
