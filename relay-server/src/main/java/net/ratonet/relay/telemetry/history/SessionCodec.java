package net.ratonet.relay.telemetry.history;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Sessions as their owner reads them: `{id, started_at, ended_at|null}`, and a whole one with
/// `track`, `health` and `events`.
public final class SessionCodec {

    private SessionCodec() {}

    public static ObjectNode encode(LiveSession session) {
        var out =
                Json.object()
                        .put("id", session.id().toString())
                        .put("started_at", text(session.startedAt()));
        return session.over()
                ? out.put("ended_at", text(session.lastAt()))
                : out.putNull("ended_at");
    }

    public static ObjectNode encode(SessionRecord record) {
        var out = encode(record.session());
        var track = out.putArray("track");
        record.track().forEach(point -> track.add(encode(point)));
        var health = out.putArray("health");
        record.health().forEach(sample -> health.add(encode(sample)));
        var events = out.putArray("events");
        record.events().forEach(event -> events.add(encode(event)));
        return out;
    }

    private static ObjectNode encode(TrackPoint point) {
        return Json.object()
                .put("at", text(point.at()))
                .put("lat", point.fix().lat())
                .put("lng", point.fix().lng())
                .put("speed_kmh", point.fix().speedKmh())
                .put("altitude_m", point.fix().altitudeM())
                .put("heading", point.fix().heading());
    }

    private static ObjectNode encode(HealthSample sample) {
        return Json.object()
                .put("at", text(sample.at()))
                .put("score", sample.score())
                .put("state", sample.state().wireName())
                .put("active_links", sample.activeLinks())
                .put("total_links", sample.totalLinks())
                .put("bitrate_kbps", sample.bitrateKbps());
    }

    private static ObjectNode encode(SessionEvent event) {
        return Json.object()
                .put("at", text(event.at()))
                .put("type", event.kind().wireName())
                .put("detail", event.detail());
    }

    private static String text(Instant at) {
        return DateTimeFormatter.ISO_INSTANT.format(at);
    }
}
