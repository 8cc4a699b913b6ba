package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.FLAG;
import static net.ratonet.relay.web.http.Shape.NUMBER;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.WHOLE;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.listOf;
import static net.ratonet.relay.web.http.Shape.maybe;

import java.util.ArrayList;
import java.util.List;
import net.ratonet.relay.web.http.Shape;

/// The JSON shapes that several resources share.
final class Shapes {

    static final Shape GPS =
            fields(
                    maybe("lat", NUMBER),
                    maybe("lng", NUMBER),
                    field("speed_kmh", NUMBER),
                    field("altitude_m", NUMBER),
                    field("heading", NUMBER),
                    maybe("satellites", WHOLE),
                    maybe("fix", TEXT));

    static final Shape HARDWARE =
            fields(
                    field("cpu_percent", NUMBER),
                    field("cpu_temp_c", NUMBER),
                    field("ram_percent", NUMBER),
                    field("disk_percent", NUMBER),
                    field("battery_percent", NUMBER),
                    field("battery_charging", FLAG));

    static final Shape LINK =
            fields(
                    field("interface", TEXT),
                    field("type", TEXT),
                    field("connected", FLAG),
                    field("rtt_ms", NUMBER),
                    field("jitter_ms", NUMBER),
                    field("packet_loss_pct", NUMBER),
                    field("bandwidth_mbps", NUMBER),
                    field("score", WHOLE));

    static final Shape STARLINK =
            fields(
                    field("connected", FLAG),
                    field("latency_ms", NUMBER),
                    field("download_mbps", NUMBER),
                    field("upload_mbps", NUMBER),
                    field("obstruction_pct", NUMBER),
                    field("uptime_s", WHOLE));

    static final Shape HEALTH =
            fields(
                    field("score", WHOLE),
                    field("state", TEXT),
                    field("active_links", WHOLE),
                    field("total_links", WHOLE),
                    field("bitrate_kbps", NUMBER),
                    field("message", TEXT));

    static final Shape MESSAGE = fields(field("message", TEXT));

    private static final List<Shape.Field> PROFILE =
            List.of(
                    field("id", TEXT),
                    field("name", TEXT),
                    field("avatar_url", TEXT),
                    field("color", TEXT),
                    field("is_crown", FLAG),
                    field("socials", listOf(TEXT)),
                    field("is_live", FLAG));

    private static final List<Shape.Field> LIVE =
            List.of(
                    maybe("gps", GPS),
                    maybe("hardware", HARDWARE),
                    maybe("network_links", listOf(LINK)),
                    maybe("starlink", STARLINK),
                    maybe("health", HEALTH),
                    maybe("location_name", TEXT),
                    maybe("updated_at", TEXT));

    static final Shape STREAMER = joined(PROFILE, LIVE);

    private Shapes() {}

    static Shape joined(List<Shape.Field> one, List<Shape.Field> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return new Shape.Fields(all);
    }

    static Shape profileWith(Shape.Field... more) {
        return joined(PROFILE, List.of(more));
    }

    static Shape liveWith(Shape.Field... more) {
        return joined(List.of(more), LIVE);
    }
}
