package net.ratonet.station.telemetry.modem.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.ratonet.station.telemetry.RadioCell;
import net.ratonet.station.telemetry.RadioSignal;
import net.ratonet.station.telemetry.RadioTechnology;

/// Reads Quectel's `AT+QENG="servingcell"`. How many fields a line has differs from firmware to
/// firmware, so fields are counted from the technology's name; a dash or nonsense is "not known".
final class ServingCellCodec {

    private static final String PREFIX = "+QENG:";

    private ServingCellCodec() {}

    /// The cell that serves and how it is heard.
    record Serving(RadioCell cell, RadioSignal signal) {

        static final Serving NONE = new Serving(RadioCell.NONE, RadioSignal.UNKNOWN);
    }

    static Serving decode(List<String> lines) {
        var lte = Optional.<Serving>empty();
        var withLte = Optional.<Serving>empty();
        for (var line : lines) {
            if (!line.startsWith(PREFIX)) {
                continue;
            }
            var fields = fields(line.substring(PREFIX.length()));
            var at = indexOfTechnology(fields);
            if (at < 0) {
                continue;
            }
            var rest = new Fields(fields.subList(at + 1, fields.size()));
            switch (fields.get(at)) {
                case "LTE" -> lte = Optional.of(lte(rest));
                case "NR5G-NSA" -> withLte = Optional.of(nsa(rest));
                case "NR5G-SA" -> {
                    return sa(rest);
                }
                default -> {
                    return older(fields.get(at), rest);
                }
            }
        }
        return withLte.isPresent() ? joined(lte, withLte.get()) : lte.orElse(Serving.NONE);
    }

    /// duplex, MCC, MNC, cell (hex), PCI, EARFCN, band, UL, DL, TAC, RSRP, RSRQ, RSSI, SINR, …
    private static Serving lte(Fields in) {
        return new Serving(
                new RadioCell(
                        Optional.empty(),
                        RadioTechnology.LTE,
                        in.band(6, "B"),
                        in.hex(3),
                        in.whole(4)),
                new RadioSignal(in.rsrp(10), in.rsrq(11), in.sinr(13), OptionalInt.empty()));
    }

    /// MCC, MNC, PCI, RSRP, SINR, RSRQ, ARFCN, band, …: here SINR comes before RSRQ.
    private static Serving nsa(Fields in) {
        return new Serving(
                new RadioCell(
                        Optional.empty(),
                        RadioTechnology.NR_WITH_LTE,
                        in.band(7, "n"),
                        OptionalLong.empty(),
                        in.whole(2)),
                new RadioSignal(in.rsrp(3), in.rsrq(5), in.sinr(4), OptionalInt.empty()));
    }

    /// duplex, MCC, MNC, cell (hex), PCI, TAC, ARFCN, band, DL, RSRP, RSRQ, SINR, …
    private static Serving sa(Fields in) {
        return new Serving(
                new RadioCell(
                        Optional.empty(),
                        RadioTechnology.NR,
                        in.band(7, "n"),
                        in.hex(3),
                        in.whole(4)),
                new RadioSignal(in.rsrp(9), in.rsrq(10), in.sinr(11), OptionalInt.empty()));
    }

    private static Serving older(String technology, Fields in) {
        return new Serving(
                new RadioCell(
                        Optional.empty(),
                        technology.equals("GSM") ? RadioTechnology.GSM : RadioTechnology.UMTS,
                        Optional.empty(),
                        in.hex(3),
                        OptionalInt.empty()),
                RadioSignal.UNKNOWN);
    }

    /// The anchor's cell stands for where the modem is; the new radio's signal for how fast it is,
    /// unless it is not heard at all.
    private static Serving joined(Optional<Serving> anchor, Serving fast) {
        if (anchor.isEmpty()) {
            return fast;
        }
        var cell = anchor.get().cell();
        var bands = new ArrayList<String>();
        cell.band().ifPresent(bands::add);
        fast.cell().band().ifPresent(bands::add);
        return new Serving(
                new RadioCell(
                        Optional.empty(),
                        RadioTechnology.NR_WITH_LTE,
                        bands.isEmpty() ? Optional.empty() : Optional.of(String.join("+", bands)),
                        cell.cellId(),
                        cell.pci()),
                fast.signal().rsrpDbm().isPresent() ? fast.signal() : anchor.get().signal());
    }

    private static int indexOfTechnology(List<String> fields) {
        for (var index = 0; index < Math.min(3, fields.size()); index++) {
            if (List.of("LTE", "NR5G-NSA", "NR5G-SA", "WCDMA", "TDSCDMA", "GSM")
                    .contains(fields.get(index))) {
                return index;
            }
        }
        return -1;
    }

    private static List<String> fields(String text) {
        return List.of(text.split(",", -1)).stream()
                .map(field -> field.strip().replace("\"", ""))
                .toList();
    }

    /// The fields behind the technology's name, counted from 0.
    private record Fields(List<String> all) {

        String text(int index) {
            return index < all.size() ? all.get(index) : "";
        }

        OptionalInt whole(int index) {
            return text(index).matches("\\d{1,9}")
                    ? OptionalInt.of(Integer.parseInt(text(index)))
                    : OptionalInt.empty();
        }

        OptionalLong hex(int index) {
            return text(index).matches("[0-9A-Fa-f]{1,15}")
                    ? OptionalLong.of(Long.parseLong(text(index), 16))
                    : OptionalLong.empty();
        }

        Optional<String> band(int index, String letter) {
            return whole(index).isPresent() ? Optional.of(letter + text(index)) : Optional.empty();
        }

        OptionalDouble rsrp(int index) {
            return RadioSignal.rsrp(number(index));
        }

        OptionalDouble rsrq(int index) {
            return RadioSignal.rsrq(number(index));
        }

        OptionalDouble sinr(int index) {
            return RadioSignal.sinr(number(index));
        }

        private double number(int index) {
            return text(index).matches("-?\\d{1,6}") ? Double.parseDouble(text(index)) : Double.NaN;
        }
    }
}
