package net.ratonet.relay.control;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import net.ratonet.relay.session.AudioFacts;
import net.ratonet.relay.session.FeedFacts;
import net.ratonet.relay.session.FeedFlow;
import net.ratonet.relay.session.FeedSnapshot;
import net.ratonet.relay.session.FeedTiming;
import net.ratonet.relay.session.IngestOrigin;
import net.ratonet.relay.session.LinkStatistics;
import net.ratonet.relay.session.NetworkStatistics;
import net.ratonet.relay.session.VideoFacts;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A feed at one moment as JSON, for its streamer and the operator.
final class FeedCodec {

    private static final double MILLIS = 1_000.0;

    private FeedCodec() {}

    static ObjectNode encode(FeedSnapshot feed) {
        var out =
                Json.object()
                        .put("uptime_s", seconds(feed.uptime()))
                        .put("silence_s", seconds(feed.silence()))
                        .put("stand_bys", feed.standBys());
        feed.origin().ifPresent(origin -> out.set("source", source(origin)));
        tracks(out, feed.facts());
        out.set("flow", flow(feed.flow()));
        out.set("timing", timing(feed.timing()));
        out.set("network", network(feed.network()));
        out.set("readers", readers(feed));
        return out;
    }

    private static ObjectNode source(IngestOrigin origin) {
        return Json.object()
                .put("protocol", word(origin.protocol()))
                .put("address", text(origin.address()))
                .put("slot", origin.slot());
    }

    private static void tracks(ObjectNode out, FeedFacts facts) {
        facts.video().ifPresent(video -> out.set("video", video(video)));
        facts.audio().ifPresent(audio -> out.set("audio", audio(audio)));
    }

    private static ObjectNode video(VideoFacts video) {
        return Json.object()
                .put("codec", word(video.codec()))
                .put("width", video.width())
                .put("height", video.height())
                .put("frames_per_second", rounded(video.framesPerSecond()))
                .put("profile", video.profile())
                .put("level", video.level())
                .put("key_frame_interval_s", seconds(video.keyFrameInterval()))
                .put("b_frames", video.bFrames());
    }

    private static ObjectNode audio(AudioFacts audio) {
        return Json.object()
                .put("codec", word(audio.codec()))
                .put("sample_rate", audio.sampleRate())
                .put("channels", audio.channels());
    }

    private static ObjectNode flow(FeedFlow flow) {
        return Json.object()
                .put("bitrate_kbps", rounded(flow.lastSecond().kbps()))
                .put("bitrate_5s_kbps", rounded(flow.fiveSeconds().kbps()))
                .put("bytes", flow.bytes())
                .put("frames_per_second", rounded(flow.framesPerSecond()))
                .put("continuity_errors", flow.continuityErrors())
                .put("garbage_bytes", flow.garbageBytes());
    }

    private static ObjectNode timing(FeedTiming timing) {
        var out =
                Json.object()
                        .put("drift_ms", rounded(timing.driftMs()))
                        .put("jumps", timing.jumps())
                        .put("audio_offset_ms", rounded(timing.audioOffsetMs()));
        timing.keyFrameAge().ifPresent(age -> out.put("key_frame_age_s", seconds(age)));
        timing.gop().ifPresent(gop -> out.put("gop_s", seconds(gop)));
        return out;
    }

    private static ObjectNode network(NetworkStatistics network) {
        var links = Json.array();
        network.links().forEach(link -> links.add(link(link)));
        return Json.object()
                .put("rtt_ms", rounded(network.rttMs()))
                .put("loss_pct", rounded(network.lossPct()))
                .put("packets_lost", network.lost())
                .put("packets_retransmitted", network.retransmitted())
                .put("packets_dropped", network.dropped())
                .put("receive_buffer_ms", network.receiveBuffer().toMillis())
                .set("links", links);
    }

    private static ObjectNode link(LinkStatistics link) {
        var out =
                Json.object()
                        .put("number", link.number())
                        .put("address", text(link.address()))
                        .put("bitrate_kbps", rounded(link.goodput().kbps()))
                        .put("share", rounded(link.share()))
                        .put("rtt_ms", rounded(link.rttMs()))
                        .put("relative_delay_ms", link.relativeDelay().toMillis())
                        .put("jitter_ms", link.jitter().toNanos() / 1e6)
                        .put("loss_pct", rounded(link.lossPct()))
                        .put("bytes", link.bytes())
                        .put("since_s", seconds(link.since()));
        link.window().ifPresent(window -> out.put("window", window));
        return out;
    }

    private static ArrayNode readers(FeedSnapshot feed) {
        var readers = Json.array();
        for (var reader : feed.readers()) {
            readers.add(
                    Json.object()
                            .put("name", reader.name())
                            .put("waiting_bytes", reader.waitingBytes())
                            .put("lost_bytes", reader.lostBytes()));
        }
        return readers;
    }

    static double seconds(Duration time) {
        return time.toMillis() / MILLIS;
    }

    private static double rounded(double value) {
        return Math.round(value * MILLIS) / MILLIS;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// Never a name, which would have to be looked up.
    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
