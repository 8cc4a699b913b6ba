package net.ratonet.relay.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import net.ratonet.relay.telemetry.LiveStreamer;
import net.ratonet.shared.telemetry.LinkReading;

/// Bitrate, health and links of those who are live, written straight into Prometheus' text format:
/// a streamer who goes off-line is gone from the next page, and a crowd is cut off at a fixed
/// number.
final class StreamerMetrics {

    /// More series than this hurt the one who collects them.
    static final int MOST = 200;

    private final Supplier<List<LiveStreamer>> live;

    StreamerMetrics(Supplier<List<LiveStreamer>> live) {
        this.live = live;
    }

    String page() {
        var all = live.get();
        var shown = all.stream().limit(MOST).toList();
        var out = new StringBuilder();
        out.append("# HELP ratonet_streamers_live Streamers who are live\n")
                .append("# TYPE ratonet_streamers_live gauge\n")
                .append("ratonet_streamers_live ")
                .append(all.size())
                .append('\n');
        append(out, shown, "bitrate_kbps", "Bitrate that arrives", s -> s.health().bitrateKbps());
        append(out, shown, "health_score", "Health from 0 to 100", s -> s.health().score());
        append(out, shown, "links", "Links known", s -> s.network().links().size());
        append(out, shown, "links_connected", "Links connected", StreamerMetrics::connected);
        return out.toString();
    }

    private static void append(
            StringBuilder out,
            List<LiveStreamer> streamers,
            String name,
            String meaning,
            ToDoubleFunction<LiveStreamer> value) {
        var full = "ratonet_streamer_" + name;
        out.append("# HELP %s %s\n# TYPE %s gauge\n".formatted(full, meaning, full));
        for (var streamer : streamers) {
            out.append(
                    String.format(
                            Locale.ROOT,
                            "%s{streamer=\"%s\"} %s\n",
                            full,
                            streamer.id(),
                            value.applyAsDouble(streamer)));
        }
    }

    private static double connected(LiveStreamer streamer) {
        return streamer.network().links().stream().filter(LinkReading::connected).count();
    }
}
