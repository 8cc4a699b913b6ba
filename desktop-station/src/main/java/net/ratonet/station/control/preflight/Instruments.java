package net.ratonet.station.control.preflight;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.network.LocalLink;

/// Where a survey reads off what others know. Asked on any thread; each may take a second.
///
/// @param links with an address, routed or not
/// @param uplink what the links carried in all when that was last known
/// @param spentLinks those whose data budget is used up
public record Instruments(
        Supplier<List<LocalLink>> links,
        Supplier<Machine> machine,
        Supplier<Optional<Bitrate>> uplink,
        Supplier<List<String>> spentLinks) {}
