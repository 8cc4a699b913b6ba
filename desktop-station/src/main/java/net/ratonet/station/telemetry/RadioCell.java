package net.ratonet.station.telemetry;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The cell that serves a modem.
///
/// @param band as people write it, `B3` or `n78`; several joined by `+`
/// @param cellId unique within one operator
/// @param pci the cell's short physical number, which neighbours far apart share
public record RadioCell(
        Optional<String> operator,
        RadioTechnology technology,
        Optional<String> band,
        OptionalLong cellId,
        OptionalInt pci) {

    public static final RadioCell NONE =
            new RadioCell(
                    Optional.empty(),
                    RadioTechnology.NONE,
                    Optional.empty(),
                    OptionalLong.empty(),
                    OptionalInt.empty());
}
