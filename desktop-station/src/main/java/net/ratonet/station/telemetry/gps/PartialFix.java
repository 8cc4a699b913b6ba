package net.ratonet.station.telemetry.gps;

import java.util.OptionalDouble;
import net.ratonet.shared.telemetry.FixKind;

/// What one message of a receiver tells of one instant; receivers spread a fix over several.
///
/// @param epoch the instant as the receiver wrote it; empty when the message names none
record PartialFix(
        String epoch,
        FixKind kind,
        OptionalDouble lat,
        OptionalDouble lng,
        OptionalDouble altitudeM,
        OptionalDouble speedMps,
        OptionalDouble heading) {

    static final PartialFix NOTHING =
            new PartialFix(
                    "",
                    FixKind.NONE,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());

    /// This fix and what a later message adds to it; a message of another instant begins anew.
    PartialFix then(PartialFix next) {
        if (!next.epoch.isEmpty() && !next.epoch.equals(epoch)) {
            return next;
        }
        return new PartialFix(
                epoch,
                next.kind.compareTo(kind) > 0 ? next.kind : kind,
                next.lat.isPresent() ? next.lat : lat,
                next.lng.isPresent() ? next.lng : lng,
                next.altitudeM.isPresent() ? next.altitudeM : altitudeM,
                next.speedMps.isPresent() ? next.speedMps : speedMps,
                next.heading.isPresent() ? next.heading : heading);
    }

    boolean isPlaced() {
        return kind != FixKind.NONE && lat.isPresent() && lng.isPresent();
    }
}
