package net.ratonet.station.telemetry.modem.hilink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.RadioCell;
import net.ratonet.station.telemetry.RadioSignal;
import net.ratonet.station.telemetry.RadioTechnology;
import net.ratonet.station.telemetry.SimState;
import net.ratonet.station.telemetry.modem.DeviceHttp;
import net.ratonet.station.telemetry.modem.Gateway;
import net.ratonet.station.telemetry.modem.LoginGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HilinkCollectorTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Gateway FIRST = new Gateway("usb0", HERE, "192.168.8.1");
    private static final Gateway SECOND = new Gateway("usb1", HERE, "192.168.8.1");

    private final FakeTicker ticker = new FakeTicker();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsAStickOfOldAndOfNewFirmware(boolean old) throws IOException {
        try (var stick = new FakeHilinkStick(old)) {
            var modems = collect(collector(Map.of(FIRST, stick.root())));

            assertThat(modems)
                    .containsExactly(
                            new ModemReading(
                                    "HiLink 192.168.8.1",
                                    Optional.of("usb0"),
                                    new RadioCell(
                                            Optional.of("Vivo"),
                                            RadioTechnology.LTE,
                                            Optional.of("B3"),
                                            OptionalLong.of(28_181_761),
                                            OptionalInt.of(301)),
                                    new RadioSignal(
                                            OptionalDouble.of(-93),
                                            OptionalDouble.of(-9),
                                            OptionalDouble.of(12),
                                            OptionalInt.of(80)),
                                    SimState.READY,
                                    false,
                                    OptionalLong.of(6_000_000)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {125_001, 125_002, 125_003})
    void beginsANewSessionWhenTheStickForgotIt(int code) throws IOException {
        try (var stick = new FakeHilinkStick(false)) {
            var collector = collector(Map.of(FIRST, stick.root()));
            collect(collector);

            stick.forgetSession(code);

            assertThat(collect(collector)).hasSize(1);
            assertThat(stick.sessions()).isEqualTo(2);
        }
    }

    @Test
    void keepsItsSessionAndAsksOneThingAtATime() throws IOException {
        try (var stick = new FakeHilinkStick(false)) {
            var collector = collector(Map.of(FIRST, stick.root()));
            for (var round = 0; round < 5; round++) {
                collect(collector);
            }

            assertThat(stick.sessions()).isEqualTo(1);
            assertThat(stick.mostQuestionsAtOnce()).isEqualTo(1);
        }
    }

    @Test
    void tellsTwoSticksWithOneAddressApart() throws IOException {
        try (var one = new FakeHilinkStick(false);
                var two = new FakeHilinkStick(true)) {
            two.set("RoamingStatus", "1");
            two.set("SimStatus", "257");
            two.set("CurrentNetworkTypeEx", "46");

            var modems = collect(collector(Map.of(FIRST, one.root(), SECOND, two.root())));

            assertThat(modems).extracting(ModemReading::label).containsExactly("usb0", "usb1");
            assertThat(modems.get(1).roaming()).isTrue();
            assertThat(modems.get(1).sim()).isEqualTo(SimState.PIN_NEEDED);
            assertThat(modems.get(1).cell().technology()).isEqualTo(RadioTechnology.UMTS);
        }
    }

    @Test
    void readsOneStickWhileAnotherHangs() throws IOException {
        try (var well = new FakeHilinkStick(false);
                var stuck = new FakeHilinkStick(false)) {
            stuck.freeze();

            var modems = collect(collector(Map.of(FIRST, well.root(), SECOND, stuck.root())));

            assertThat(modems).extracting(ModemReading::label).containsExactly("usb0");
        }
    }

    @Test
    void leavesARouterThatIsNoStickAloneForAWhile() throws IOException {
        try (var stick = new FakeHilinkStick(true)) {
            var roots = new HashMap<>(Map.of(FIRST, "http://127.0.0.1:1"));
            var collector = collector(roots);
            assertThat(collect(collector)).isEmpty();

            roots.put(FIRST, stick.root());
            assertThat(collect(collector)).isEmpty();
            ticker.advance(Duration.ofSeconds(11));

            assertThat(collect(collector)).hasSize(1);
        }
    }

    private HilinkCollector collector(Map<Gateway, String> roots) {
        return new HilinkCollector(
                () -> List.copyOf(roots.keySet()),
                at -> new DeviceHttp(Objects.requireNonNull(roots.get(at)), at.local()),
                LoginGuard.closed(ticker),
                ticker);
    }

    private static List<ModemReading> collect(HilinkCollector collector) {
        return collector.collect().orElseThrow();
    }
}
