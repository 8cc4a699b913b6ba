package net.ratonet.relay.telemetry;

import java.time.Duration;
import java.time.Instant;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.telemetry.LinkReading;

/// What scene switchers want to know of an incoming stream.
public record MediaStatistics(
        Bitrate bitrate,
        double rttMs,
        long packetsLost,
        long packetsDropped,
        double bandwidthMbps,
        Duration receiveBuffer,
        Duration uptime) {

    /// An SRT packet of seven MPEG-TS packets.
    static final int PACKET_BYTES = 1_316;

    /// What the streamer's own agent says, for want of a look at the stream itself: its bitrate,
    /// the mean round trip of its links, and the packets a second that their mean loss amounts to.
    public static MediaStatistics asReported(LiveStreamer live, Instant now) {
        var bitrate = Bitrate.ofKbps(live.reportedHealth().orElse(live.health()).bitrateKbps());
        var links = live.network().links().stream().filter(LinkReading::connected).toList();
        var lossPct = links.stream().mapToDouble(LinkReading::packetLossPct).average().orElse(0);
        return new MediaStatistics(
                bitrate,
                links.stream().mapToDouble(LinkReading::rttMs).average().orElse(0),
                Math.round(bitrate.bitsPerSecond() / 8.0 / PACKET_BYTES * lossPct / 100),
                0,
                links.stream().mapToDouble(LinkReading::bandwidthMbps).sum(),
                Duration.ZERO,
                Duration.between(live.liveSince(), now));
    }
}
