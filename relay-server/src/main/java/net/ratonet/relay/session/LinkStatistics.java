package net.ratonet.relay.session;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalInt;
import net.ratonet.shared.telemetry.Bitrate;

/// How one link of a bond does.
///
/// @param share of the bond's goodput, 0 to 1
/// @param rttMs as the sender measures it, 0 while it has not said
/// @param relativeDelay how much later its packets come than those of the quickest link
/// @param window congestion window that the sender reports, when it does
/// @param since how long it has been there
public record LinkStatistics(
        int number,
        InetSocketAddress address,
        Bitrate goodput,
        double share,
        double rttMs,
        Duration relativeDelay,
        Duration jitter,
        double lossPct,
        long bytes,
        OptionalInt window,
        Duration since) {}
