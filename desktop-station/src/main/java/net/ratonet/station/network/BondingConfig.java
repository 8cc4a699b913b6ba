package net.ratonet.station.network;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.ratonet.station.bonding.rate.RateLimits;

/// How to bond.
///
/// @param listen where the encoder sends to; port 0 takes any
/// @param links names of interfaces, or source addresses; empty = all that are found
/// @param book where budgets are kept over restarts, if anywhere
/// @param plainPort the relay's port for SRT without SRTLA, for when nobody answers SRTLA
public record BondingConfig(
        InetSocketAddress listen,
        List<String> links,
        Optional<Path> book,
        RateAlgorithm algorithm,
        RateLimits limits,
        Optional<Integer> plainPort) {

    public BondingConfig {
        links = List.copyOf(links);
    }
}
