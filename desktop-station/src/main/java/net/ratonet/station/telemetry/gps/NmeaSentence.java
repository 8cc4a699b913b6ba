package net.ratonet.station.telemetry.gps;

import java.util.List;
import java.util.OptionalDouble;

/// One sentence of NMEA 0183 whose checksum is right.
///
/// @param talker the constellation that speaks, GN for several together
/// @param type the three letters that say what the fields mean
record NmeaSentence(String talker, String type, List<String> fields) {

    NmeaSentence {
        fields = List.copyOf(fields);
    }

    /// A field by its number in the standard, which counts from 1; empty when it is not there.
    String field(int number) {
        return number <= fields.size() ? fields.get(number - 1) : "";
    }

    OptionalDouble number(int number) {
        try {
            var value = Double.parseDouble(field(number));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    /// A number of degrees and minutes, `ddmm.mmmm`, whose hemisphere stands in the next field.
    OptionalDouble angle(int number, double most) {
        var raw = number(number);
        if (raw.isEmpty() || raw.getAsDouble() < 0) {
            return OptionalDouble.empty();
        }
        var degrees = Math.floor(raw.getAsDouble() / 100);
        var angle = degrees + (raw.getAsDouble() - degrees * 100) / 60;
        if (angle > most) {
            return OptionalDouble.empty();
        }
        return switch (field(number + 1)) {
            case "N", "E" -> OptionalDouble.of(angle);
            case "S", "W" -> OptionalDouble.of(-angle);
            default -> OptionalDouble.empty();
        };
    }
}
