package net.ratonet.station.telemetry.modem.at;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import net.ratonet.shared.flow.BackOff;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.telemetry.Collector;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.RadioCell;
import net.ratonet.station.telemetry.RadioSignal;
import net.ratonet.station.telemetry.serial.FoundPort;
import net.ratonet.station.telemetry.serial.SerialPorts;
import org.jspecify.annotations.Nullable;

/// Finds the ports of Quectel modems that take AT commands and asks them about cell and signal.
/// Owned by its collector thread; a port that does not answer is left alone for a while.
public final class AtModemCollector implements Collector<List<ModemReading>> {

    private static final int QUECTEL = 0x2C7C;
    private static final int BAUD = 115_200;
    private static final BackOff PAUSES =
            new BackOff(Duration.ofSeconds(20), Duration.ofMinutes(5));

    private final SerialPorts ports;
    private final List<String> named;
    private final Function<String, Optional<String>> interfaces;
    private final Ticker ticker;
    private final Map<String, Port> known = new HashMap<>();

    /// Asks the named ports, or those of Quectel modems when none is named.
    ///
    /// @param interfaces the link of the modem that a port belongs to
    public AtModemCollector(
            SerialPorts ports,
            List<String> named,
            Function<String, Optional<String>> interfaces,
            Ticker ticker) {
        this.ports = ports;
        this.named = List.copyOf(named);
        this.interfaces = interfaces;
        this.ticker = ticker;
    }

    @Override
    public Optional<List<ModemReading>> collect() {
        var there = paths();
        known.keySet().stream()
                .filter(path -> !there.contains(path))
                .toList()
                .forEach(this::forget);
        var readings = new ArrayList<ModemReading>();
        for (var path : there) {
            var port = known.computeIfAbsent(path, _ -> new Port());
            if (ticker.nowNanos() - port.notBeforeNanos >= 0) {
                read(path, port).ifPresent(readings::add);
            }
        }
        return Optional.of(readings);
    }

    @Override
    public void close() {
        List.copyOf(known.keySet()).forEach(this::forget);
    }

    private List<String> paths() {
        return named.isEmpty()
                ? ports.list().stream()
                        .filter(port -> port.vendorId() == QUECTEL)
                        .map(FoundPort::path)
                        .toList()
                : named;
    }

    private Optional<ModemReading> read(String path, Port port) {
        try {
            var reading = reading(path, opened(path, port));
            port.failures = 0;
            return Optional.of(reading);
        } catch (IOException _) {
            // Of a modem's four ports only one or two take commands, so this is no trouble.
            leaveAlone(port);
            return Optional.empty();
        }
    }

    private AtConversation opened(String path, Port port) throws IOException {
        if (port.modem != null) {
            return port.modem;
        }
        var modem = new AtConversation(ports.open(path, BAUD), ticker);
        port.modem = modem;
        modem.ask("ATE0");
        return modem;
    }

    private ModemReading reading(String path, AtConversation modem) throws IOException {
        var serving = ServingCellCodec.decode(modem.ask("AT+QENG=\"servingcell\""));
        var percent = AtAnswers.signalPercent(modem.ask("AT+CSQ"));
        var operator = AtAnswers.operator(modem.ask("AT+COPS?"));
        var sim = AtAnswers.sim(modem.ask("AT+CPIN?"));
        var roaming = AtAnswers.isRoaming(modem.ask("AT+CEREG?"));
        return new ModemReading(
                "modem at " + path,
                interfaces.apply(path),
                named(serving.cell(), operator),
                heard(serving.signal(), percent),
                sim,
                roaming,
                OptionalLong.empty());
    }

    private static RadioCell named(RadioCell cell, Optional<String> operator) {
        return new RadioCell(operator, cell.technology(), cell.band(), cell.cellId(), cell.pci());
    }

    private static RadioSignal heard(RadioSignal signal, OptionalInt percent) {
        return new RadioSignal(signal.rsrpDbm(), signal.rsrqDb(), signal.sinrDb(), percent);
    }

    private void leaveAlone(Port port) {
        port.close();
        port.failures++;
        port.notBeforeNanos = ticker.nowNanos() + PAUSES.afterFailure(port.failures).toNanos();
    }

    private void forget(String path) {
        var port = known.remove(path);
        if (port != null) {
            port.close();
        }
    }

    private final class Port {

        private @Nullable AtConversation modem;
        private int failures;
        private long notBeforeNanos = ticker.nowNanos();

        void close() {
            if (modem != null) {
                modem.close();
                modem = null;
            }
        }
    }
}
