package net.ratonet.station.telemetry;

import java.util.Optional;
import java.util.OptionalLong;

/// What one modem tells of itself.
///
/// @param name what to call it: its model, or where it was found
/// @param interfaceName the link that it carries, as far as that is known
/// @param usedBytes what its counter of used data says, both ways
public record ModemReading(
        String name,
        Optional<String> interfaceName,
        RadioCell cell,
        RadioSignal signal,
        SimState sim,
        boolean roaming,
        OptionalLong usedBytes) {

    /// What people know this modem by: its link if it has one.
    public String label() {
        return interfaceName.orElse(name);
    }

    /// How much is known; of two reports of one modem the better is kept.
    int detail() {
        var detail = 0;
        detail += cell.operator().isPresent() ? 1 : 0;
        detail += cell.band().isPresent() ? 1 : 0;
        detail += cell.cellId().isPresent() ? 1 : 0;
        detail += cell.pci().isPresent() ? 1 : 0;
        detail += signal.rsrpDbm().isPresent() ? 1 : 0;
        detail += signal.sinrDb().isPresent() ? 1 : 0;
        return detail + (usedBytes.isPresent() ? 1 : 0);
    }
}
