package net.ratonet.relay.session;

import java.time.Duration;
import java.util.List;

/// How the path from the field to the relay does, over the last second.
///
/// @param lost packets that never came, of the last second
/// @param dropped packets that came too late to be of use, since the session began
/// @param links each link of a bond; empty for a single path
public record NetworkStatistics(
        double rttMs,
        long received,
        long lost,
        long retransmitted,
        long dropped,
        Duration receiveBuffer,
        List<LinkStatistics> links) {

    public static final NetworkStatistics NONE =
            new NetworkStatistics(0, 0, 0, 0, 0, Duration.ZERO, List.of());

    public NetworkStatistics {
        links = List.copyOf(links);
    }

    public double lossPct() {
        var all = received + lost;
        return all == 0 ? 0 : 100.0 * lost / all;
    }
}
