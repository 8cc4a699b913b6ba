package net.ratonet.relay.telemetry;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.relay.privacy.TimedFix;
import net.ratonet.shared.telemetry.FixKind;

/// Decides what becomes of a position when several sources report and some of them report late.
final class FixJudge {

    /// A receiver that has lost the sky may not speak over one that sees it, for this long.
    private static final Duration GOOD_FIX_HOLDS = Duration.ofSeconds(15);

    enum Verdict {
        /// Becomes the live position.
        NEWEST,
        /// Belongs to the track, but the live position is newer.
        LATE,
        /// Says nothing.
        WORTHLESS
    }

    private FixJudge() {}

    static Verdict judge(Optional<TimedFix> known, TimedFix fix) {
        if (!fix.fix().isPlaced()) {
            return Verdict.WORTHLESS;
        }
        return known.map(before -> against(before, fix)).orElse(Verdict.NEWEST);
    }

    private static Verdict against(TimedFix known, TimedFix fix) {
        if (fix.measuredAt().isBefore(known.measuredAt())) {
            return Verdict.LATE;
        }
        var same = fix.measuredAt().equals(known.measuredAt()) && fix.fix().equals(known.fix());
        return same || isRepeatedMemory(known, fix) ? Verdict.WORTHLESS : Verdict.NEWEST;
    }

    /// Old agents repeat their last position, with fix `none`, until the receiver comes back.
    private static boolean isRepeatedMemory(TimedFix known, TimedFix fix) {
        return fix.fix().fix() == FixKind.NONE
                && known.fix().fix() != FixKind.NONE
                && fix.arrivedAt().isBefore(known.arrivedAt().plus(GOOD_FIX_HOLDS));
    }
}
