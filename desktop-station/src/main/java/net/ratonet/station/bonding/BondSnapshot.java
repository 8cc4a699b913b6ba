package net.ratonet.station.bonding;

import java.util.List;
import java.util.Optional;

/// The whole bond at one instant.
///
/// @param joined whether the receiver has a group of ours; always in plain mode
/// @param packetsInFlight sent and not yet confirmed by SRT
/// @param rttMs as the SRT receiver measures it, 0 until then
/// @param capacityBitsPerSecond what the healthy links could carry, as far as that is known
/// @param unsendable packets that came while there was no link for them
public record BondSnapshot(
        BondMode mode,
        boolean joined,
        List<LinkSnapshot> links,
        int packetsInFlight,
        double rttMs,
        long sentBitsPerSecond,
        long acknowledgedBitsPerSecond,
        double naksPerSecond,
        long capacityBitsPerSecond,
        long unsendable) {

    public static final BondSnapshot NONE =
            new BondSnapshot(BondMode.BONDED, false, List.of(), 0, 0, 0, 0, 0, 0, 0);

    public BondSnapshot {
        links = List.copyOf(links);
    }

    public Optional<LinkSnapshot> link(String name) {
        return links.stream().filter(link -> link.id().name().equals(name)).findFirst();
    }

    /// Whether anything of the stream can get through.
    public boolean carries() {
        return links.stream().anyMatch(LinkSnapshot::carries);
    }
}
