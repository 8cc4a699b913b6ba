package net.ratonet.station.main;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.bonding.rate.RateVerdict;
import org.jspecify.annotations.Nullable;

/// Remembers for a while what the links were last found to carry in all. Safe for any thread.
final class LastUplink {

    /// After that a backpack is somewhere else.
    private static final long LONGEST_NANOS = Duration.ofMinutes(15).toNanos();

    private final Ticker ticker;
    private volatile @Nullable Found found;

    LastUplink(Ticker ticker) {
        this.ticker = ticker;
    }

    /// While the bitrate still grows, nobody knows where it will end.
    void note(RateVerdict verdict) {
        switch (verdict.cause()) {
            case GROWING -> {}
            case CEILING, RTT, IN_FLIGHT, LOSS, LINK_LOST, FLOOR ->
                    found = new Found(verdict.target(), ticker.nowNanos());
        }
    }

    Optional<Bitrate> now() {
        return Optional.ofNullable(found)
                .filter(known -> ticker.nowNanos() - known.atNanos() < LONGEST_NANOS)
                .map(Found::rate);
    }

    private record Found(Bitrate rate, long atNanos) {}
}
