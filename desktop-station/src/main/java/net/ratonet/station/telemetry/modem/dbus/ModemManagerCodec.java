package net.ratonet.station.telemetry.modem.dbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.RadioCell;
import net.ratonet.station.telemetry.RadioSignal;
import net.ratonet.station.telemetry.RadioTechnology;
import net.ratonet.station.telemetry.SimState;

/// Reads the properties of ModemManager's objects. Knows nothing of D-Bus: properties come as plain
/// values, by interface and name. The numbers are those of ModemManager's enumerations.
final class ModemManagerCodec {

    static final String MODEM = "org.freedesktop.ModemManager1.Modem";
    static final String GPP = MODEM + ".Modem3gpp";
    static final String SIGNAL = MODEM + ".Signal";
    static final String LOCATION = MODEM + ".Location";

    private static final int GSM_FAMILY = 0x2 | 0x4 | 0x8 | 0x10;
    private static final int LTE = 1 << 14;
    private static final int NR = 1 << 15;
    private static final int ROAMING = 5;
    private static final int NETWORK_PORT = 2;
    private static final int FIRST_LTE_BAND = 31;
    private static final int LAST_LTE_BAND = 115;
    private static final int FIRST_NR_BAND = 301;
    private static final int LAST_NR_BAND = 561;
    private static final int CELL_SOURCE = 1;

    private ModemManagerCodec() {}

    /// Bearers are the connections of the modem.
    static ModemReading decode(
            Props modem, Props gpp, Props signal, Props location, List<Props> bearers) {
        return new ModemReading(
                modem.text("Model").orElse("modem"),
                interfaceName(modem, bearers),
                cell(modem, gpp, location),
                signal(modem, signal),
                sim(modem),
                gpp.number("RegistrationState").orElse(0) == ROAMING,
                used(bearers));
    }

    private static RadioCell cell(Props modem, Props gpp, Props location) {
        return new RadioCell(
                gpp.text("OperatorName"),
                technology((int) modem.number("AccessTechnologies").orElse(0)),
                bands(modem),
                cellId(location),
                OptionalInt.empty());
    }

    private static RadioTechnology technology(int bits) {
        if ((bits & NR) != 0) {
            return (bits & LTE) != 0 ? RadioTechnology.NR_WITH_LTE : RadioTechnology.NR;
        }
        if ((bits & LTE) != 0) {
            return RadioTechnology.LTE;
        }
        if (bits == 0) {
            return RadioTechnology.NONE;
        }
        return (bits & ~GSM_FAMILY) == 0 ? RadioTechnology.GSM : RadioTechnology.UMTS;
    }

    /// The bands that a modem may use say something only when they are few.
    private static Optional<String> bands(Props modem) {
        var names = new ArrayList<String>();
        for (var band : modem.list("CurrentBands")) {
            var number = Props.whole(band).orElse(0);
            if (number >= FIRST_LTE_BAND && number <= LAST_LTE_BAND) {
                names.add("B" + (number - FIRST_LTE_BAND + 1));
            } else if (number >= FIRST_NR_BAND && number <= LAST_NR_BAND) {
                names.add("n" + (number - FIRST_NR_BAND + 1));
            }
        }
        return names.isEmpty() || names.size() > 2
                ? Optional.empty()
                : Optional.of(String.join("+", names));
    }

    /// `MCC,MNC,LAC,cell,TAC`, the numbers after the first two in hexadecimal.
    private static OptionalLong cellId(Props location) {
        var parts =
                location.map("Location").entrySet().stream()
                        .filter(source -> Props.whole(source.getKey()).orElse(0) == CELL_SOURCE)
                        .findFirst()
                        .map(source -> source.getValue().toString().split(",", -1))
                        .orElseGet(() -> new String[0]);
        return parts.length > 3 && parts[3].matches("[0-9A-Fa-f]{1,15}")
                ? OptionalLong.of(Long.parseLong(parts[3], 16))
                : OptionalLong.empty();
    }

    /// An empty dictionary means that the modem does not tell, not that it hears nothing.
    private static RadioSignal signal(Props modem, Props signal) {
        var heard = signal.map("Nr5g").isEmpty() ? signal.map("Lte") : signal.map("Nr5g");
        var quality = modem.list("SignalQuality");
        return new RadioSignal(
                RadioSignal.rsrp(real(heard, "rsrp")),
                RadioSignal.rsrq(real(heard, "rsrq")),
                RadioSignal.sinr(real(heard, "snr")),
                quality.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(
                                Math.clamp(Props.whole(quality.getFirst()).orElse(0), 0, 100)));
    }

    private static double real(Map<?, ?> values, String name) {
        return values.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static SimState sim(Props modem) {
        if (modem.number("StateFailedReason").orElse(0) == 2) {
            return SimState.MISSING;
        }
        return switch ((int) modem.number("UnlockRequired").orElse(0)) {
            case 1, 3, 5 -> SimState.READY;
            case 2 -> SimState.PIN_NEEDED;
            case 4 -> SimState.PUK_NEEDED;
            default -> SimState.UNKNOWN;
        };
    }

    private static Optional<String> interfaceName(Props modem, List<Props> bearers) {
        return bearers.stream()
                .flatMap(bearer -> bearer.text("Interface").stream())
                .findFirst()
                .or(() -> networkPort(modem));
    }

    private static Optional<String> networkPort(Props modem) {
        return modem.list("Ports").stream()
                .filter(List.class::isInstance)
                .map(port -> (List<?>) port)
                .filter(port -> port.size() == 2)
                .filter(port -> Props.whole(port.get(1)).orElse(0) == NETWORK_PORT)
                .map(port -> port.getFirst().toString())
                .findFirst();
    }

    private static OptionalLong used(List<Props> bearers) {
        var stats = bearers.stream().map(bearer -> bearer.map("Stats")).toList();
        return stats.stream().allMatch(Map::isEmpty)
                ? OptionalLong.empty()
                : OptionalLong.of(
                        stats.stream()
                                .mapToLong(one -> bytes(one, "rx-bytes") + bytes(one, "tx-bytes"))
                                .sum());
    }

    private static long bytes(Map<?, ?> stats, String name) {
        return Math.max(0, Props.whole(stats.get(name)).orElse(0));
    }
}
