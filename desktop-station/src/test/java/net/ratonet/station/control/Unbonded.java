package net.ratonet.station.control;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.bonding.rate.RateLimits;
import net.ratonet.station.config.BondConfig;
import net.ratonet.station.network.Bonding;
import net.ratonet.station.network.BondingConfig;
import net.ratonet.station.network.RateAlgorithm;
import net.ratonet.station.source.EncoderSupervisor;

/// Real bonding over loopback, to nobody.
public final class Unbonded {

    private static final RateLimits LIMITS =
            new RateLimits(Bitrate.ofKbps(300), Bitrate.ofKbps(5_000), 2_000);

    private Unbonded() {}

    public static BondedLive of(EncoderSupervisor encoder) {
        var config =
                new BondingConfig(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        List.of("127.0.0.1"),
                        Optional.empty(),
                        RateAlgorithm.RATO,
                        LIMITS,
                        Optional.empty());
        return new BondedLive(
                encoder,
                new Bonding(config, Ticker.system(), InstantSource.system()),
                new BondConfig("rato", Bitrate.ofKbps(300), 2_000, 0, List.of()));
    }
}
