package net.ratonet.station.telemetry.gps;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;

/// Makes fixes out of a receiver's sentences, of whichever constellations. For one thread.
final class NmeaReceiver {

    private static final double KNOT_MPS = 1_852.0 / 3_600;
    private static final double KMH_MPS = 1 / 3.6;

    /// Where GSA lists the satellites that it uses.
    private static final int FIRST_SATELLITE = 3;

    private static final int LAST_SATELLITE = 14;

    private final FixKeeper keeper = new FixKeeper();
    private final Map<String, Integer> usedByTalker = new HashMap<>();

    /// What GSA said last; GGA tells quality, but not whether the height is known.
    private FixKind dimensions = FixKind.NONE;

    /// Some receivers never send GSA.
    private boolean hasGsa;

    void accept(NmeaSentence sentence, long nowNanos) {
        switch (sentence.type()) {
            case "GGA" -> acceptGga(sentence, nowNanos);
            case "RMC" -> keeper.accept(rmc(sentence), nowNanos);
            case "VTG" -> keeper.accept(vtg(sentence), nowNanos);
            case "GSA" -> acceptGsa(sentence);
            // GSV tells what is in view, which is no measure of a fix.
            default -> {}
        }
    }

    GeoFix report(long nowNanos) {
        return keeper.report(nowNanos);
    }

    private void acceptGga(NmeaSentence in, long nowNanos) {
        in.number(7).ifPresent(used -> keeper.satellites(satellites((int) used)));
        keeper.accept(gga(in), nowNanos);
    }

    /// GGA of many receivers stops counting at 12; the sum of all GSA goes on.
    private int satellites(int byGga) {
        var byGsa = usedByTalker.values().stream().mapToInt(used -> used).sum();
        return Math.clamp(Math.max(byGga, byGga == 12 ? byGsa : 0), 0, 200);
    }

    private PartialFix gga(NmeaSentence in) {
        var altitude = in.number(9);
        var fixed = in.number(6).orElse(0) > 0;
        return new PartialFix(
                in.field(1),
                fixed ? kind(altitude) : FixKind.NONE,
                in.angle(2, 90),
                in.angle(4, 180),
                altitude,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private FixKind kind(OptionalDouble altitude) {
        if (hasGsa && dimensions != FixKind.NONE) {
            return dimensions;
        }
        return altitude.isPresent() ? FixKind.THREE_D : FixKind.TWO_D;
    }

    private PartialFix rmc(NmeaSentence in) {
        var valid = in.field(2).equals("A");
        return new PartialFix(
                in.field(1),
                valid ? rmcKind() : FixKind.NONE,
                in.angle(3, 90),
                in.angle(5, 180),
                OptionalDouble.empty(),
                scaled(in.number(7), KNOT_MPS),
                compass(in.number(8)));
    }

    private FixKind rmcKind() {
        return hasGsa && dimensions != FixKind.NONE ? dimensions : FixKind.TWO_D;
    }

    private static PartialFix vtg(NmeaSentence in) {
        var kmh = scaled(in.number(7), KMH_MPS);
        return new PartialFix(
                "",
                FixKind.NONE,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                kmh.isPresent() ? kmh : scaled(in.number(5), KNOT_MPS),
                compass(in.number(1)));
    }

    private void acceptGsa(NmeaSentence in) {
        hasGsa = true;
        dimensions =
                switch (in.field(2)) {
                    case "2" -> FixKind.TWO_D;
                    case "3" -> FixKind.THREE_D;
                    default -> FixKind.NONE;
                };
        var used = 0;
        for (var field = FIRST_SATELLITE; field <= LAST_SATELLITE; field++) {
            used += in.field(field).isEmpty() ? 0 : 1;
        }
        usedByTalker.put(constellation(in), used);
    }

    /// Receivers of NMEA 4.10 and later call every constellation GN and number it in field 18.
    private static String constellation(NmeaSentence in) {
        return in.talker() + in.field(18);
    }

    private static OptionalDouble scaled(OptionalDouble value, double factor) {
        return value.isPresent() && value.getAsDouble() >= 0
                ? OptionalDouble.of(value.getAsDouble() * factor)
                : OptionalDouble.empty();
    }

    private static OptionalDouble compass(OptionalDouble value) {
        return value.isPresent() && value.getAsDouble() >= 0 && value.getAsDouble() <= 360
                ? value
                : OptionalDouble.empty();
    }
}
