package net.ratonet.relay.control;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import net.ratonet.relay.channel.ChannelBook;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.relay.session.Feed;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What goes on with media, as JSON: one streamer's for themselves, everybody's for the operator.
/// No secret is in it. Any thread may ask.
public final class MediaView {

    private final ChannelBook channels;
    private final MediaDesks desks;
    private final Players players;
    private final Ticker ticker;

    MediaView(ChannelBook channels, MediaDesks desks, Players players, Ticker ticker) {
        this.channels = channels;
        this.desks = desks;
        this.players = players;
        this.ticker = ticker;
    }

    public ObjectNode of(StreamerId id, Language language) {
        var out = Json.object();
        var feed = desks.feeds().find(id);
        out.put("live", feed.filter(this::isReceiving).isPresent());
        feed.ifPresent(known -> out.set("feed", feed(known)));
        desks.programmes().status(id).ifPresent(shown -> out.set("programme", programme(shown)));
        out.set("outputs", outputs(id, language));
        out.set("recording", recording(id));
        out.put("http_players", players.watching(id));
        var advice = Json.array();
        desks.outputs().advice(id, language).forEach(advice::add);
        out.set("advice", advice);
        var own = childrenOf(id);
        out.set("children", children(child -> own.contains(child.name())));
        return out;
    }

    /// Every feed and every child, for the operator.
    public ObjectNode all(Language language) {
        var streams = Json.array();
        for (var feed : desks.feeds().all()) {
            var id = feed.streamer();
            var stream = Json.object().put("streamer_id", id.value());
            stream.put("live", isReceiving(feed));
            stream.set("feed", feed(feed));
            desks.programmes()
                    .status(id)
                    .ifPresent(shown -> stream.set("programme", programme(shown)));
            stream.set("outputs", outputs(id, language));
            stream.set("recording", recording(id));
            streams.add(stream);
        }
        var room = desks.recordings().room();
        ObjectNode recordings =
                Json.object()
                        .put("used_bytes", room.usedBytes())
                        .put("quota_bytes", room.quotaBytes())
                        .put("nearly_full", room.isNearlyFull());
        var out = Json.object();
        out.set("streams", streams);
        out.set("recordings", recordings);
        return out.set("children", children(_ -> true));
    }

    private boolean isReceiving(Feed feed) {
        return feed.isReceiving(ticker.nowNanos());
    }

    private ObjectNode feed(Feed feed) {
        return FeedCodec.encode(feed.snapshot(ticker.nowNanos()));
    }

    private static ObjectNode programme(ProgrammeStatus shown) {
        var problems = Json.array();
        shown.problems().forEach(problems::add);
        return Json.object()
                .put("state", shown.state())
                .put("reason", shown.reason())
                .put("since_s", FeedCodec.seconds(shown.since()))
                .put("held", shown.held())
                .set("problems", problems);
    }

    private ArrayNode outputs(StreamerId id, Language language) {
        var outputs = Json.array();
        desks.outputs().outputs(id, language).forEach(output -> outputs.add(output(output)));
        return outputs;
    }

    private static ObjectNode output(OutputStatus output) {
        return Json.object()
                .put("number", output.number())
                .put("platform", output.platform())
                .put("address", output.address())
                .put("state", output.state())
                .put("reason", output.reason())
                .put("bitrate_kbps", output.bitrate().kbps())
                .put("sent_bytes", output.sentBytes())
                .put("lost_bytes", output.lostBytes())
                .put("restarts", output.restarts())
                .put("since_s", FeedCodec.seconds(output.since()));
    }

    private ObjectNode recording(StreamerId id) {
        var recording = desks.recordings().recording(id);
        return Json.object()
                .put("enabled", channels.settings(id).recording())
                .put("running", recording.running())
                .put("problem", recording.problem())
                .put("bytes", recording.bytes());
    }

    private ArrayNode children(Predicate<FfmpegChild> which) {
        var children = Json.array();
        desks.children().get().stream().filter(which).forEach(child -> children.add(child(child)));
        return children;
    }

    private static ObjectNode child(FfmpegChild child) {
        var lastWords = Json.array();
        child.lastWords().forEach(lastWords::add);
        return Json.object()
                .put("name", child.name())
                .put("pid", child.pid())
                .put("running", child.isRunning())
                .put("cpu_s", FeedCodec.seconds(child.cpuTime()))
                .put("resident_bytes", child.residentBytes())
                .set("last_words", lastWords);
    }

    /// By their whole names: one streamer's id may be the beginning of another's.
    private Set<String> childrenOf(StreamerId id) {
        var names = new HashSet<>(Set.of("srt-in-" + id));
        channels.find(id)
                .ifPresent(channel ->
                        channel.playTokens().stream()
                                .map(token -> "srt-out-%s-%s".formatted(id, token.id()))
                                .forEach(names::add));
        return names;
    }
}
