package net.ratonet.relay.telemetry;

import java.util.Map;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Stream statistics as SRT Live Server and BELABOX publish them, for switchers that read those. A
/// stream that is not there is left out; of one that is, every field is there, because NOALBS takes
/// a missing one for a lost stream.
public final class StatisticsCodec {

    private StatisticsCodec() {}

    /// As SRT Live Server, each stream under the name by which the reader looks for it.
    public static ObjectNode encodeSls(Map<String, MediaStatistics> streams) {
        var publishers = Json.object();
        streams.forEach((name, statistics) -> publishers.set(name, sls(statistics)));
        var out = Json.object();
        out.set("publishers", publishers);
        return out.put("status", "ok");
    }

    /// As BELABOX, likewise.
    public static ObjectNode encodeBelabox(Map<String, MediaStatistics> streams) {
        var publishers = Json.object();
        streams.forEach((name, statistics) -> publishers.set(name, belabox(statistics)));
        return Json.object().set("publishers", publishers);
    }

    private static ObjectNode sls(MediaStatistics statistics) {
        var bytes = (long) MediaStatistics.PACKET_BYTES;
        return Json.object()
                .put("bitrate", kbps(statistics))
                .put("bytesRcvDrop", statistics.packetsDropped() * bytes)
                .put("bytesRcvLoss", statistics.packetsLost() * bytes)
                .put("mbpsBandwidth", statistics.bandwidthMbps())
                .put("mbpsRecvRate", statistics.bitrate().kbps() / 1_000)
                .put("msRcvBuf", statistics.receiveBuffer().toMillis())
                .put("pktRcvDrop", statistics.packetsDropped())
                .put("pktRcvLoss", statistics.packetsLost())
                .put("rtt", statistics.rttMs())
                .put("uptime", statistics.uptime().toSeconds());
    }

    private static ObjectNode belabox(MediaStatistics statistics) {
        return Json.object()
                .put("bitrate", kbps(statistics))
                .put("rtt", statistics.rttMs())
                .put("dropped_pkts", statistics.packetsDropped());
    }

    private static long kbps(MediaStatistics statistics) {
        return Math.round(statistics.bitrate().kbps());
    }
}
