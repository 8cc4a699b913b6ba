package net.ratonet.station.telemetry.host;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.ratonet.station.telemetry.PowerFault;

/// The word in which a Raspberry Pi's firmware tells what it suffers from. Only what holds now
/// counts: the upper half says what ever happened since the start.
final class ThrottledBits {

    private static final int UNDER_VOLTAGE = 1;
    private static final int FREQUENCY_CAPPED = 1 << 1;
    private static final int THROTTLED = 1 << 2;
    private static final int SOFT_LIMIT = 1 << 3;

    private ThrottledBits() {}

    /// Reads `50005`, `0x50005` or `throttled=0x50005`.
    static Optional<Set<PowerFault>> parse(String text) {
        var digits = text.strip().replaceFirst("^(throttled=)?(0x)?", "");
        try {
            return Optional.of(faults((int) Long.parseLong(digits, 16)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Set<PowerFault> faults(int bits) {
        var faults = EnumSet.noneOf(PowerFault.class);
        if ((bits & UNDER_VOLTAGE) != 0) {
            faults.add(PowerFault.UNDER_VOLTAGE);
        }
        if ((bits & (FREQUENCY_CAPPED | THROTTLED)) != 0) {
            faults.add(PowerFault.THROTTLED);
        }
        if ((bits & SOFT_LIMIT) != 0) {
            faults.add(PowerFault.TOO_HOT);
        }
        return faults;
    }
}
