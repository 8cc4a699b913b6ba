package net.ratonet.station.network;

import net.ratonet.shared.flow.Latest;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.bonding.BondSnapshot;
import net.ratonet.station.bonding.rate.RateCause;
import net.ratonet.station.bonding.rate.RateVerdict;

/// Where a bond publishes how it does. Safe for any thread.
public record BondBoard(Latest<BondSnapshot> bond, Latest<RateVerdict> rate) {

    static BondBoard empty() {
        return new BondBoard(
                new Latest<>(BondSnapshot.NONE),
                new Latest<>(new RateVerdict(Bitrate.ZERO, RateCause.GROWING)));
    }
}
