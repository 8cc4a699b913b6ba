package net.ratonet.station.telemetry.modem.hilink;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.RadioCell;
import net.ratonet.station.telemetry.RadioSignal;
import net.ratonet.station.telemetry.RadioTechnology;
import net.ratonet.station.telemetry.SimState;

/// Puts a stick's four answers together. Pure.
final class HilinkCodec {

    /// Numbers carry their units, and some firmware adds `>=` or `&lt;=` in front.
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private HilinkCodec() {}

    /// What a stick tells about itself, each answer as it came.
    record Answers(HilinkXml status, HilinkXml signal, HilinkXml network, HilinkXml traffic) {}

    static ModemReading decode(String name, String interfaceName, Answers answers) {
        var status = answers.status();
        return new ModemReading(
                name,
                Optional.of(interfaceName),
                cell(answers),
                signal(answers),
                sim(status.text("SimStatus")),
                status.text("RoamingStatus").equals("1"),
                used(answers.traffic()));
    }

    private static RadioCell cell(Answers answers) {
        var signal = answers.signal();
        return new RadioCell(
                Optional.of(answers.network().text("FullName"))
                        .filter(operator -> !operator.isEmpty()),
                technology(answers.status()),
                band(signal.text("band")),
                whole(signal.text("cell_id")),
                whole(signal.text("pci")).isPresent()
                        ? OptionalInt.of((int) whole(signal.text("pci")).getAsLong())
                        : OptionalInt.empty());
    }

    private static Optional<String> band(String text) {
        return text.matches("\\d{1,3}") ? Optional.of("B" + text) : Optional.empty();
    }

    /// The extended type where there is one; 901 means that a connection stands.
    private static RadioTechnology technology(HilinkXml status) {
        var extended = status.text("CurrentNetworkTypeEx");
        var type = extended.isEmpty() ? status.text("CurrentNetworkType") : extended;
        return switch (type) {
            case "101", "1011", "19" -> RadioTechnology.LTE;
            case "111", "20" -> RadioTechnology.NR;
            case "121" -> RadioTechnology.NR_WITH_LTE;
            case "", "0" -> RadioTechnology.NONE;
            case "1", "2", "3" -> RadioTechnology.GSM;
            default -> RadioTechnology.UMTS;
        };
    }

    /// On 5G alone the LTE numbers are empty, and those of the new radio stand in for them.
    private static RadioSignal signal(Answers answers) {
        var signal = answers.signal();
        return new RadioSignal(
                first(signal, "rsrp", "nrrsrp").stream()
                        .mapToObj(RadioSignal::rsrp)
                        .findFirst()
                        .orElseGet(OptionalDouble::empty),
                first(signal, "rsrq", "nrrsrq").stream()
                        .mapToObj(RadioSignal::rsrq)
                        .findFirst()
                        .orElseGet(OptionalDouble::empty),
                first(signal, "sinr", "nrsinr").stream()
                        .mapToObj(RadioSignal::sinr)
                        .findFirst()
                        .orElseGet(OptionalDouble::empty),
                percent(answers.status()));
    }

    private static OptionalDouble first(HilinkXml signal, String name, String instead) {
        var number = number(signal.text(name));
        return number.isPresent() ? number : number(signal.text(instead));
    }

    /// Bars of five, where the stick does not say of how many.
    private static OptionalInt percent(HilinkXml status) {
        var bars = number(status.text("SignalIcon"));
        var most = number(status.text("maxsignal")).orElse(5);
        return bars.isPresent() && most > 0
                ? OptionalInt.of(Math.clamp(Math.round(bars.getAsDouble() * 100 / most), 0, 100))
                : OptionalInt.empty();
    }

    private static SimState sim(String status) {
        return switch (status) {
            case "1" -> SimState.READY;
            case "0", "255" -> SimState.MISSING;
            case "257", "258", "260" -> SimState.PIN_NEEDED;
            case "259", "261" -> SimState.PUK_NEEDED;
            default -> SimState.UNKNOWN;
        };
    }

    private static OptionalLong used(HilinkXml traffic) {
        var up = whole(traffic.text("TotalUpload"));
        var down = whole(traffic.text("TotalDownload"));
        return up.isPresent() && down.isPresent()
                ? OptionalLong.of(up.getAsLong() + down.getAsLong())
                : OptionalLong.empty();
    }

    private static OptionalDouble number(String text) {
        var found = NUMBER.matcher(text);
        return found.find()
                ? OptionalDouble.of(Double.parseDouble(found.group()))
                : OptionalDouble.empty();
    }

    private static OptionalLong whole(String text) {
        return text.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }
}
