package net.ratonet.station.main;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.ratonet.shared.flow.Latest;
import net.ratonet.station.bonding.DataBudget;
import net.ratonet.station.bonding.LinkSnapshot;
import net.ratonet.station.bonding.rate.RateLimits;
import net.ratonet.station.config.StationConfig;
import net.ratonet.station.control.BondedLive;
import net.ratonet.station.network.Bonding;
import net.ratonet.station.network.BondingConfig;
import net.ratonet.station.network.RateAlgorithm;
import net.ratonet.station.telemetry.advisor.DataUse;
import net.ratonet.station.telemetry.link.LinkQuality;

/// Hands the settings to the bonding, and what the bonding measures to those who report it.
final class BondSettings {

    private static final String BOOK = "links.json";

    private BondSettings() {}

    static BondingConfig of(StationConfig config) {
        var bond = config.bond();
        var ceiling = BondedLive.total(config.video().bitrate());
        var floor = BondedLive.total(bond.floor());
        return new BondingConfig(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                config.telemetry().interfaces(),
                Optional.of(config.folder().resolve(BOOK)),
                RateAlgorithm.parse(bond.algorithm()).orElse(RateAlgorithm.RATO),
                new RateLimits(
                        floor.compareTo(ceiling) < 0 ? floor : ceiling, ceiling, bond.latencyMs()),
                Optional.of(bond.plainPort()).filter(port -> port > 0));
    }

    /// How much of each data plan is used, for those who warn of its end.
    static Map<String, DataUse> uses(Map<String, DataBudget> budgets) {
        var uses = new TreeMap<String, DataUse>();
        budgets.forEach((link, budget) ->
                uses.put(link, new DataUse(budget.usedBytes(), budget.capBytes())));
        return uses;
    }

    /// How good a link is, if the bond has measured it.
    static Optional<LinkQuality> quality(LinkSnapshot link) {
        return link.rttMs() > 0 && link.carries()
                ? Optional.of(
                        new LinkQuality(link.rttMs(), link.jitterMs(), 100 * link.lossShare()))
                : Optional.empty();
    }

    /// Has the encoder follow what the links carry.
    static Latest.Subscription steer(Bonding bonding, BondedLive live) {
        return bonding.board()
                .rate()
                .subscribe(verdict -> live.adapt(verdict.target(), verdict.cause().words()));
    }
}
