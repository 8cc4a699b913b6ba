package net.ratonet.relay.control;

import java.util.List;
import java.util.Locale;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.relay.session.FeedSnapshot;
import net.ratonet.relay.session.LinkStatistics;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;

/// Streams, outputs, recordings and children in Prometheus' text format: what has ended is gone
/// from the next page, and a crowd is cut off at a fixed number. Any thread may ask.
public final class MediaMetrics {

    /// More series than this hurt the one who collects them.
    static final int MOST = 200;

    private static final double NANOS_PER_SECOND = 1e9;

    private final MediaDesks desks;
    private final Ticker ticker;

    MediaMetrics(MediaDesks desks, Ticker ticker) {
        this.desks = desks;
        this.ticker = ticker;
    }

    private record Stream(StreamerId id, FeedSnapshot feed) {}

    private record Link(StreamerId id, LinkStatistics link) {}

    private record Output(StreamerId id, OutputStatus status) {}

    public String page() {
        var now = ticker.nowNanos();
        var streams =
                desks.feeds().all().stream()
                        .limit(MOST)
                        .map(feed -> new Stream(feed.streamer(), feed.snapshot(now)))
                        .toList();
        var out = new StringBuilder();
        streams(out, streams);
        links(out, streams);
        outputs(out, streams);
        recordings(out);
        children(out);
        return out.toString();
    }

    private static void streams(StringBuilder out, List<Stream> streams) {
        new SeriesWriter<>(out, streams, stream -> streamer(stream.id()))
                .gauge(
                        "bits_per_second",
                        "Media that came in the last second",
                        stream -> stream.feed().flow().lastSecond().bitsPerSecond())
                .gauge(
                        "silence_seconds",
                        "Age of the newest media",
                        stream -> FeedCodec.seconds(stream.feed().silence()))
                .gauge("rtt_ms", "Round trip", stream -> stream.feed().network().rttMs())
                .gauge("loss_pct", "Packets lost", stream -> stream.feed().network().lossPct())
                .counter("bytes", "Media since it began", stream -> stream.feed().flow().bytes())
                .counter(
                        "continuity_errors",
                        "Holes in the stream",
                        stream -> stream.feed().flow().continuityErrors())
                .counter(
                        "packets_dropped",
                        "Packets too late to be of use",
                        stream -> stream.feed().network().dropped());
    }

    private static void links(StringBuilder out, List<Stream> streams) {
        var links =
                streams.stream()
                        .flatMap(stream ->
                                stream.feed().network().links().stream()
                                        .map(link -> new Link(stream.id(), link)))
                        .limit(MOST)
                        .toList();
        new SeriesWriter<>(
                        out,
                        links,
                        link -> streamer(link.id()) + ",link=\"" + link.link().number() + "\"")
                .gauge(
                        "link_bits_per_second",
                        "Goodput of one link",
                        link -> link.link().goodput().bitsPerSecond())
                .gauge("link_rtt_ms", "Round trip of one link", link -> link.link().rttMs())
                .gauge("link_loss_pct", "Loss of one link", link -> link.link().lossPct());
    }

    private void outputs(StringBuilder out, List<Stream> streams) {
        var outputs =
                streams.stream()
                        .flatMap(stream ->
                                desks.outputs().outputs(stream.id(), Language.ENGLISH).stream()
                                        .map(status -> new Output(stream.id(), status)))
                        .limit(MOST)
                        .toList();
        new SeriesWriter<>(
                        out,
                        outputs,
                        output ->
                                streamer(output.id())
                                        + ",output=\""
                                        + output.status().number()
                                        + "\"")
                .gauge(
                        "output_live",
                        "1 while it sends",
                        output -> output.status().isLive() ? 1 : 0)
                .counter("output_bytes", "Bytes sent", output -> output.status().sentBytes())
                .counter("output_lost_bytes", "Bytes lost", output -> output.status().lostBytes())
                .counter("output_restarts", "New attempts", output -> output.status().restarts());
    }

    private void recordings(StringBuilder out) {
        new SeriesWriter<>(out, List.of(desks.recordings().room()), _ -> "")
                .gauge("recording_bytes", "All recordings", RecordingRoom::usedBytes)
                .gauge("recording_quota_bytes", "Room for them", RecordingRoom::quotaBytes);
    }

    private void children(StringBuilder out) {
        var children = desks.children().get().stream().limit(MOST).toList();
        new SeriesWriter<>(
                        out,
                        children,
                        child ->
                                String.format(
                                        Locale.ROOT,
                                        "child=\"%s\",pid=\"%d\"",
                                        child.name(),
                                        child.pid()))
                .counter(
                        "child_cpu_seconds",
                        "Processor time of an FFmpeg",
                        child -> child.cpuTime().toNanos() / NANOS_PER_SECOND)
                .gauge("child_resident_bytes", "Its memory", FfmpegChild::residentBytes);
    }

    private static String streamer(StreamerId id) {
        return "streamer=\"" + id + "\"";
    }
}
