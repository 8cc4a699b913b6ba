package net.ratonet.station.network;

import java.util.Locale;
import java.util.Optional;
import net.ratonet.station.bonding.rate.Belabox;
import net.ratonet.station.bonding.rate.BitrateController;
import net.ratonet.station.bonding.rate.Fight;
import net.ratonet.station.bonding.rate.FightPreset;
import net.ratonet.station.bonding.rate.RateLimits;
import net.ratonet.station.bonding.rate.Rato;

/// The ways to follow what the links can carry.
public enum RateAlgorithm {
    RATO,
    BELABOX,
    FAST,
    SLOW;

    public static Optional<RateAlgorithm> parse(String text) {
        for (var algorithm : values()) {
            if (algorithm.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    BitrateController start(RateLimits limits) {
        return switch (this) {
            case RATO -> new Rato(limits);
            case BELABOX -> new Belabox(limits);
            case FAST -> new Fight(limits, FightPreset.FAST);
            case SLOW -> new Fight(limits, FightPreset.SLOW);
        };
    }
}
