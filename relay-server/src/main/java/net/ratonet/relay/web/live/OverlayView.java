package net.ratonet.relay.web.live;

import java.util.List;
import java.util.Optional;
import net.ratonet.relay.account.OverlayGrant;
import net.ratonet.relay.account.OverlayScope;
import net.ratonet.relay.telemetry.LiveStreamer;
import net.ratonet.relay.telemetry.LiveStreamerCodec;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.ReadingCodec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an overlay may see: as much of the public picture as its key's scopes allow.
final class OverlayView {

    private OverlayView() {}

    static ObjectNode of(OverlayGrant grant, String name, Optional<LiveStreamer> live) {
        var out =
                Json.object()
                        .put("is_live", live.isPresent())
                        .put("streamer_id", grant.streamer().value())
                        .put("name", name);
        live.ifPresent(streamer -> out.setAll(scoped(grant, streamer)));
        // Old overlays look for the field; a secret never stands in it.
        return out.put("livepix_token", "");
    }

    static JsonNode health(LiveStreamer live) {
        return ReadingCodec.encode(live.health());
    }

    private static ObjectNode scoped(OverlayGrant grant, LiveStreamer live) {
        var out = LiveStreamerCodec.encode(live);
        if (!grant.scopes().contains(OverlayScope.MAP)) {
            keepSpeedOnly(grant, out);
        }
        if (!grant.scopes().contains(OverlayScope.PLACE)) {
            out.remove("location_name");
        }
        if (!grant.scopes().contains(OverlayScope.HEALTH)) {
            out.remove(List.of("health", "network_links", "starlink", "hardware"));
        }
        return out;
    }

    private static void keepSpeedOnly(OverlayGrant grant, ObjectNode out) {
        var gps = out.remove("gps");
        if (gps != null && grant.scopes().contains(OverlayScope.SPEED)) {
            var speed = Json.object();
            for (var field : List.of("speed_kmh", "altitude_m", "heading")) {
                speed.set(field, gps.path(field));
            }
            out.set("gps", speed);
        }
    }
}
