package net.ratonet.station.main;

import java.util.Locale;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.bonding.LinkSnapshot;
import net.ratonet.station.network.BondBoard;
import tools.jackson.databind.node.ObjectNode;

/// How a bond does, as one JSON object.
final class BondJson {

    private BondJson() {}

    static ObjectNode of(BondBoard board) {
        var bond = board.bond().get();
        var rate = board.rate().get();
        var json =
                Json.object()
                        .put("mode", word(bond.mode()))
                        .put("joined", bond.joined())
                        .put("in_flight", bond.packetsInFlight())
                        .put("rtt_ms", bond.rttMs())
                        .put("sent_kbps", bond.sentBitsPerSecond() / 1_000)
                        .put("acknowledged_kbps", bond.acknowledgedBitsPerSecond() / 1_000)
                        .put("naks_per_s", bond.naksPerSecond())
                        .put("capacity_kbps", bond.capacityBitsPerSecond() / 1_000)
                        .put("unsendable", bond.unsendable())
                        .put("target_kbps", Math.round(rate.target().kbps()))
                        .put("cause", word(rate.cause()));
        var links = json.putArray("links");
        bond.links().forEach(link -> links.add(of(link)));
        return json;
    }

    private static ObjectNode of(LinkSnapshot link) {
        return Json.object()
                .put("link", link.id().name())
                .put("state", word(link.state()))
                .put("priority", word(link.terms().priority()))
                .put("demoted", link.demoted())
                .put("rtt_ms", link.rttMs())
                .put("jitter_ms", link.jitterMs())
                .put("queue_ms", link.queueMs())
                .put("window", link.window())
                .put("in_flight", link.inFlight())
                .put("sent_kbps", link.sentBitsPerSecond() / 1_000)
                .put("delivered_kbps", link.deliveredBitsPerSecond() / 1_000)
                .put("packets", link.packets())
                .put("naks", link.naks())
                .put("loss_pct", 100 * link.lossShare())
                .put("bytes_sent", link.bytesSent())
                .put("bytes_received", link.bytesReceived())
                .put("share", link.share());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
