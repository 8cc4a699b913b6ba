package net.ratonet.station.control.preflight;

import java.util.List;
import java.util.Optional;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.network.LocalLink;

/// All that a live depends on, at one instant.
///
/// @param targetKnown whether the target's name has an address
/// @param links with an address, whether or not there is a way from there to the internet
/// @param relayHost where the relay is that this station reports to
/// @param ceiling the most that the stream may take, sound and packing included
/// @param uplink what the links were last measured to carry in all, if they were
/// @param spentLinks those whose data budget is used up
public record Circumstances(
        Optional<StreamTarget> target,
        boolean targetKnown,
        List<LocalLink> links,
        String relayHost,
        RelayAnswer relay,
        Trial trial,
        Machine machine,
        Bitrate ceiling,
        Optional<Bitrate> uplink,
        List<String> spentLinks) {

    public Circumstances {
        links = List.copyOf(links);
        spentLinks = List.copyOf(spentLinks);
    }

    /// Whether the stream has to leave this machine.
    boolean needsLinks() {
        return target.filter(to -> !to.staysHere()).isPresent();
    }

    boolean streamsToRelay() {
        return target.filter(to -> relayHost.equalsIgnoreCase(to.host())).isPresent();
    }
}
