package net.ratonet.station.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import net.ratonet.station.config.AudioInput;
import net.ratonet.station.config.ClockOverlay;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.RecordingPlan;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.config.VideoInput;
import tools.jackson.databind.node.ObjectNode;

/// The lines between station and encoder: `{"command":"bitrate","kbps":2500}` one way,
/// `{"report":"working","frames":300,…}` the other.
public final class EncoderLineCodec {

    private static final int LONGEST_URL = 4_096;
    private static final int LARGEST_PREVIEW = 200_000;
    static final int LONGEST_REASON = 1_000;
    private static final double HIGHEST_KBPS = 1e6;

    static final double MOST = 1e15;

    private EncoderLineCodec() {}

    public static String encode(EncoderCommand command) {
        return Json.write(
                switch (command) {
                    case EncoderCommand.Start(var job) -> encodeJob(job);
                    case EncoderCommand.SetBitrate(var bitrate) ->
                            command("bitrate").put("kbps", bitrate.kbps());
                    case EncoderCommand.Choose(var feed) -> encodeFeed(command("choose"), feed);
                    case EncoderCommand.RecordTo(var plan) ->
                            encodePlan(command("record").put("on", plan.isPresent()), plan);
                    case EncoderCommand.SetPace(var every) -> command("pace").put("every", every);
                    case EncoderCommand.Preview _ -> command("preview");
                    case EncoderCommand.Keyframe _ -> command("keyframe");
                    case EncoderCommand.Stop _ -> command("stop");
                });
    }

    public static Decoded<EncoderCommand> decodeCommand(String line) {
        return switch (Json.readObject(line)) {
            case Decoded.Accepted<ObjectNode>(var node) -> {
                var in = new JsonFields(node);
                yield in.finish(() -> command(in));
            }
            case Decoded.Refused<ObjectNode>(var field, var reason) ->
                    new Decoded.Refused<>(field, reason);
            case Decoded.Malformed<ObjectNode>(var reason) -> new Decoded.Malformed<>(reason);
        };
    }

    public static String encode(EncoderReport report) {
        return Json.write(
                switch (report) {
                    case EncoderReport.Working(var statistics) ->
                            StatisticsFields.encode(statistics);
                    case EncoderReport.Preview(var jpeg) ->
                            Json.object().put("report", "preview").put("jpeg", jpeg);
                    case EncoderReport.Failed(var reason, var byCodec) ->
                            Json.object()
                                    .put("report", "failed")
                                    .put("reason", cut(reason))
                                    .put("by_codec", byCodec);
                    case EncoderReport.Tried(var fault) ->
                            Json.object()
                                    .put("report", "tried")
                                    .put("fault", fault.map(EncoderLineCodec::cut).orElse(null));
                });
    }

    public static Decoded<EncoderReport> decodeReport(String line) {
        return switch (Json.readObject(line)) {
            case Decoded.Accepted<ObjectNode>(var node) -> {
                var in = new JsonFields(node);
                yield in.finish(() -> report(in));
            }
            case Decoded.Refused<ObjectNode>(var field, var reason) ->
                    new Decoded.Refused<>(field, reason);
            case Decoded.Malformed<ObjectNode>(var reason) -> new Decoded.Malformed<>(reason);
        };
    }

    private static ObjectNode command(String name) {
        return Json.object().put("command", name);
    }

    private static ObjectNode encodeJob(EncoderJob job) {
        return encodePlan(encodeFeed(command("start"), job.feed()), job.recording())
                .put("url", job.target().isNowhere() ? "" : job.target().secretUrl())
                .put("width", job.picture().resolution().width())
                .put("height", job.picture().resolution().height())
                .put("frames_per_second", job.picture().framesPerSecond())
                .put("kbps", job.bitrate().kbps())
                .put("codec", job.codec().libavName());
    }

    private static ObjectNode encodeFeed(ObjectNode line, EncoderFeed feed) {
        return line.put("video", feed.video().secretText())
                .put("audio", feed.audio().text())
                .put("muted", feed.muted())
                .put("slate", feed.slate())
                .put("clock", feed.clock().word());
    }

    private static ObjectNode encodePlan(ObjectNode line, Optional<RecordingPlan> plan) {
        plan.ifPresent(to ->
                line.put("folder", to.folder().toString())
                        .put("quota_bytes", to.quotaBytes())
                        .put("split_bytes", to.splitBytes())
                        .put("split_s", to.split().toSeconds()));
        return line;
    }

    private static EncoderCommand command(JsonFields in) {
        var name = in.text("command", 32);
        return switch (name) {
            case "start" -> new EncoderCommand.Start(job(in));
            case "bitrate" -> new EncoderCommand.SetBitrate(kbps(in, "kbps"));
            case "choose" -> new EncoderCommand.Choose(feed(in));
            case "record" ->
                    new EncoderCommand.RecordTo(
                            in.flag("on", false) ? Optional.of(plan(in)) : Optional.empty());
            case "pace" ->
                    new EncoderCommand.SetPace(
                            in.integer("every", 1, EncoderStatistics.SLOWEST, 1));
            case "preview" -> new EncoderCommand.Preview();
            case "keyframe" -> new EncoderCommand.Keyframe();
            case "stop" -> new EncoderCommand.Stop();
            default -> {
                in.refuse("command", "is unknown: " + name);
                yield new EncoderCommand.Stop();
            }
        };
    }

    private static EncoderJob job(JsonFields in) {
        return new EncoderJob(
                target(in),
                picture(in),
                kbps(in, "kbps"),
                VideoCodec.named(in.text("codec", 64))
                        .orElseThrow(() -> new IllegalArgumentException("codec is unknown")),
                feed(in),
                in.optionalText("folder", LONGEST_URL).map(_ -> plan(in)));
    }

    private static StreamTarget target(JsonFields in) {
        var url = in.text("url", LONGEST_URL, "");
        return url.isEmpty()
                ? StreamTarget.NOWHERE
                : StreamTarget.parse(url)
                        .orElseThrow(() -> new IllegalArgumentException("url is no target"));
    }

    private static RecordingPlan plan(JsonFields in) {
        return new RecordingPlan(
                Path.of(in.text("folder", LONGEST_URL)),
                (long) in.number("quota_bytes", 1, MOST),
                (long) in.number("split_bytes", 1, MOST),
                Duration.ofSeconds((long) in.number("split_s", 1, MOST)));
    }

    private static PictureFormat picture(JsonFields in) {
        return new PictureFormat(
                new Resolution(
                        in.integer("width", 0, 10_000, 0), in.integer("height", 0, 10_000, 0)),
                in.integer("frames_per_second", 1, PictureFormat.MOST_FRAMES, 30));
    }

    private static EncoderFeed feed(JsonFields in) {
        return new EncoderFeed(
                VideoInput.parse(in.text("video", LONGEST_URL, "testsrc"))
                        .orElseThrow(() -> new IllegalArgumentException("video is no source")),
                AudioInput.parse(in.text("audio", LONGEST_URL, "auto"))
                        .orElseThrow(() -> new IllegalArgumentException("audio is no source")),
                in.flag("muted", false),
                in.flag("slate", false),
                in.choice("clock", ClockOverlay.values(), ClockOverlay::word, ClockOverlay.OFF));
    }

    private static EncoderReport report(JsonFields in) {
        var name = in.text("report", 32);
        return switch (name) {
            case "working" -> new EncoderReport.Working(StatisticsFields.decode(in));
            case "preview" -> new EncoderReport.Preview(in.text("jpeg", LARGEST_PREVIEW));
            case "failed" ->
                    new EncoderReport.Failed(
                            in.text("reason", LONGEST_REASON), in.flag("by_codec", false));
            case "tried" -> new EncoderReport.Tried(in.optionalText("fault", LONGEST_REASON));
            default -> {
                in.refuse("report", "is unknown: " + name);
                yield new EncoderReport.Failed(name);
            }
        };
    }

    static Bitrate kbps(JsonFields in, String name) {
        return Bitrate.ofKbps(in.number(name, 0, HIGHEST_KBPS));
    }

    static String cut(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }
}
