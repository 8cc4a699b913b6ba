package net.ratonet.lab.network;

import java.time.Duration;
import net.ratonet.shared.telemetry.Bitrate;

/// How a modem's network is at the moment, both ways alike but for the hole.
///
/// @param rate of the uplink; the downlink is never the bottleneck
/// @param queue how long a datagram may wait for its turn before there is no room
/// @param delay one way
/// @param jitter added to each delay, between nothing and this
/// @param lossShare of the uplink's datagrams, lost in runs of about four
public record LinkConditions(
        Bitrate rate,
        Duration queue,
        Duration delay,
        Duration jitter,
        double lossShare,
        Hole hole) {

    /// What a link swallows.
    public enum Hole {
        NONE,
        UPLINK,
        BOTH_WAYS
    }

    private static final Duration USUAL_QUEUE = Duration.ofMillis(300);

    public static LinkConditions of(double mbps, int delayMs) {
        return new LinkConditions(
                Bitrate.ofKbps(mbps * 1_000),
                USUAL_QUEUE,
                Duration.ofMillis(delayMs),
                Duration.ZERO,
                0,
                Hole.NONE);
    }

    public LinkConditions rate(double mbps) {
        return new LinkConditions(
                Bitrate.ofKbps(mbps * 1_000), queue, delay, jitter, lossShare, hole);
    }

    public LinkConditions queue(int millis) {
        return new LinkConditions(rate, Duration.ofMillis(millis), delay, jitter, lossShare, hole);
    }

    public LinkConditions delay(int millis) {
        return new LinkConditions(rate, queue, Duration.ofMillis(millis), jitter, lossShare, hole);
    }

    public LinkConditions jitter(int millis) {
        return new LinkConditions(rate, queue, delay, Duration.ofMillis(millis), lossShare, hole);
    }

    public LinkConditions loss(double share) {
        return new LinkConditions(rate, queue, delay, jitter, share, hole);
    }

    public LinkConditions hole(Hole swallows) {
        return new LinkConditions(rate, queue, delay, jitter, lossShare, swallows);
    }
}
