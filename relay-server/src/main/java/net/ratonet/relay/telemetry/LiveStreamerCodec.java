package net.ratonet.relay.telemetry;

import java.time.format.DateTimeFormatter;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.ReadingCodec;
import tools.jackson.databind.node.ObjectNode;

/// The live part of a streamer as REST, dashboards and overlays carry it. What is unknown or hidden
/// (`gps`, `hardware`, `starlink`) is left out: clients have always checked for presence.
public final class LiveStreamerCodec {

    private LiveStreamerCodec() {}

    public static ObjectNode encode(LiveStreamer streamer) {
        var out = Json.object();
        streamer.gps().ifPresent(gps -> out.set("gps", ReadingCodec.encode(gps)));
        streamer.hardware()
                .ifPresent(hardware -> out.set("hardware", ReadingCodec.encode(hardware)));
        out.set("network_links", ReadingCodec.encodeLinks(streamer.network()));
        streamer.starlink()
                .ifPresent(starlink -> out.set("starlink", ReadingCodec.encode(starlink)));
        out.set("health", ReadingCodec.encode(streamer.health()));
        return out.put("location_name", streamer.locationName())
                .put("updated_at", DateTimeFormatter.ISO_INSTANT.format(streamer.updatedAt()));
    }
}
