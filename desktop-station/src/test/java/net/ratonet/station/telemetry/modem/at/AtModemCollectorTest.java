package net.ratonet.station.telemetry.modem.at;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.testing.Await;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.RadioTechnology;
import net.ratonet.station.telemetry.SimState;
import net.ratonet.station.telemetry.serial.FakeSerialPorts;
import net.ratonet.station.telemetry.serial.PtyPair;
import net.ratonet.station.telemetry.serial.SystemSerialPorts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtModemCollectorTest {

    private static final int QUECTEL = 0x2C7C;

    @TempDir Path folder;

    private final FakeTicker ticker = new FakeTicker();
    private final FakeSerialPorts ports = new FakeSerialPorts();

    @Test
    void findsTheOnePortOfAModemThatTakesCommands() {
        ports.plug("/dev/ttyUSB0", 115_200).from(QUECTEL);
        ports.plug("/dev/ttyUSB2", 115_200).from(QUECTEL).answering(new SimulatedQuectel()::answer);
        ports.plug("/dev/ttyUSB9", 115_200).answering(new SimulatedQuectel()::answer);

        var modems = collect(collector(List.of()));

        assertThat(modems).hasSize(1);
        assertVivo(modems.getFirst());
        assertThat(modems.getFirst().interfaceName()).contains("wwan0");
    }

    @Test
    void asksAPortThatTheStreamerNamed() {
        ports.plug("COM5", 115_200).answering(new SimulatedQuectel()::answer);

        assertThat(collect(collector(List.of("COM5")))).hasSize(1);
    }

    @Test
    void comesBackToAModemThatWasUnplugged() {
        ports.plug("COM5", 115_200).answering(new SimulatedQuectel()::answer);
        var collector = collector(List.of("COM5"));
        collect(collector);

        ports.unplug("COM5");
        assertThat(collect(collector)).isEmpty();
        ports.plug("COM5", 115_200).answering(new SimulatedQuectel()::answer);
        assertThat(collect(collector)).as("left alone for a while").isEmpty();
        ticker.advance(Duration.ofSeconds(21));

        assertThat(collect(collector)).hasSize(1);
    }

    @Test
    void readsWhatASimLacks() {
        assertThat(AtAnswers.sim(List.of("+CPIN: SIM PIN", "OK"))).isEqualTo(SimState.PIN_NEEDED);
        assertThat(AtAnswers.sim(List.of("+CPIN: SIM PUK", "OK"))).isEqualTo(SimState.PUK_NEEDED);
        assertThat(AtAnswers.sim(List.of("+CME ERROR: 10"))).isEqualTo(SimState.MISSING);
        assertThat(AtAnswers.sim(List.of("ERROR"))).isEqualTo(SimState.UNKNOWN);
        assertThat(AtAnswers.signalPercent(List.of("+CSQ: 99,99"))).isEmpty();
        assertThat(AtAnswers.operator(List.of("+COPS: 0"))).isEmpty();
    }

    @Test
    @Tag("linux")
    void asksOverARealTerminal() throws Exception {
        try (var cable = new PtyPair(folder)) {
            var modem = Thread.ofVirtual().name("fake-modem").start(() -> answer(cable.device()));
            var collector =
                    new AtModemCollector(
                            new SystemSerialPorts(),
                            List.of(cable.path()),
                            _ -> Optional.empty(),
                            Ticker.system());

            var found =
                    Await.value("the modem answers", () -> collect(collector).stream().findFirst());

            assertVivo(found);
            collector.close();
            cable.unplug();
            modem.join();
        }
    }

    private static void assertVivo(ModemReading modem) {
        assertThat(modem.cell().operator()).contains("VIVO");
        assertThat(modem.cell().technology()).isEqualTo(RadioTechnology.LTE);
        assertThat(modem.cell().pci()).hasValue(301);
        assertThat(modem.signal().rsrpDbm()).hasValue(-93);
        assertThat(modem.signal().percent()).isEqualTo(OptionalInt.of(81));
        assertThat(modem.sim()).isEqualTo(SimState.READY);
        assertThat(modem.roaming()).isTrue();
    }

    private AtModemCollector collector(List<String> named) {
        return new AtModemCollector(
                ports,
                named,
                path -> path.equals("/dev/ttyUSB2") ? Optional.of("wwan0") : Optional.empty(),
                ticker);
    }

    private static List<ModemReading> collect(AtModemCollector collector) {
        return collector.collect().orElseThrow();
    }

    private static void answer(Path device) {
        var modem = new SimulatedQuectel();
        try (var in = Files.newInputStream(device);
                var out = Files.newOutputStream(device)) {
            var command = new StringBuilder();
            for (var next = in.read(); next >= 0; next = in.read()) {
                if (next == '\r') {
                    out.write(modem.answer(command.toString()).getBytes(StandardCharsets.US_ASCII));
                    command.setLength(0);
                } else {
                    command.append((char) next);
                }
            }
        } catch (IOException _) {
            // The cable was pulled.
            return;
        }
    }
}
