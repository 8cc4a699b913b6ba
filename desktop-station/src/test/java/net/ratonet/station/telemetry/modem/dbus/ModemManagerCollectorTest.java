package net.ratonet.station.telemetry.modem.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a bus of its own, against python3-dbusmock, which shares no code with our client.
@Tag("linux")
final class ModemManagerCollectorTest {

    @TempDir Path folder;

    private final FakeTicker ticker = new FakeTicker();

    @Test
    void readsAModemFromTheBus() throws Exception {
        try (var bus = new PrivateBus();
                var _ = new MockedModemManager(bus.address(), folder)) {
            var collector =
                    new ModemManagerCollector(() -> ModemManagerBus.at(bus.address()), ticker);

            var modems = collector.collect().orElseThrow();

            assertThat(modems)
                    .containsExactly(
                            new ModemReading(
                                    "RM520N-GL",
                                    Optional.of("wwan0"),
                                    new RadioCell(
                                            Optional.of("Claro BR"),
                                            RadioTechnology.LTE,
                                            Optional.of("B3"),
                                            OptionalLong.of(0x1AE0301),
                                            OptionalInt.empty()),
                                    new RadioSignal(
                                            OptionalDouble.of(-101),
                                            OptionalDouble.of(-12.5),
                                            OptionalDouble.of(7.4),
                                            OptionalInt.of(72)),
                                    SimState.READY,
                                    true,
                                    OptionalLong.of(6_000_000)));
            collector.close();
        }
    }

    @Test
    void looksAgainLaterWhenThereIsNoModemManager() throws Exception {
        try (var bus = new PrivateBus()) {
            var collector =
                    new ModemManagerCollector(() -> ModemManagerBus.at(bus.address()), ticker);
            assertThat(collector.collect()).contains(List.of());
            assertThat(collector.collect()).isEmpty();

            try (var _ = new MockedModemManager(bus.address(), folder)) {
                ticker.advance(Duration.ofSeconds(11));

                assertThat(collector.collect().orElseThrow()).hasSize(1);
            }
            collector.close();
        }
    }

    @Test
    void isNotDisturbedByAMachineWithoutABus() {
        var collector =
                new ModemManagerCollector(
                        () -> ModemManagerBus.at("unix:path=" + folder.resolve("none")), ticker);

        assertThat(collector.collect()).contains(List.of());
    }

    private static final class PrivateBus implements AutoCloseable {

        private final Process daemon;
        private final String address;

        PrivateBus() throws IOException {
            daemon =
                    new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--print-address")
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            address = firstLine(daemon);
        }

        String address() {
            return address;
        }

        @Override
        public void close() {
            daemon.destroy();
            daemon.onExit().join();
        }
    }

    private static final class MockedModemManager implements AutoCloseable {

        private final Process python;

        MockedModemManager(String bus, Path folder) throws IOException {
            var script = folder.resolve("modemmanager.py");
            try (var text =
                    Objects.requireNonNull(
                            ModemManagerCollectorTest.class.getResourceAsStream(
                                    "modemmanager.py"))) {
                Files.write(script, text.readAllBytes());
            }
            var builder = new ProcessBuilder("/usr/bin/python3", script.toString());
            builder.environment().put("DBUS_SESSION_BUS_ADDRESS", bus);
            python = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            assertThat(firstLine(python)).isEqualTo("ready");
        }

        @Override
        public void close() throws IOException {
            python.getOutputStream().close();
            python.onExit().join();
        }
    }

    private static String firstLine(Process process) throws IOException {
        var reader =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return Objects.requireNonNull(reader.readLine());
    }
}
