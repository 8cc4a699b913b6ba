package net.ratonet.station.source;

import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// The fields of the line in which an encoder says how it fares.
final class StatisticsFields {

    /// Samples beyond full scale happen; encoders clip them.
    private static final double HIGHEST_DB = 60;

    private StatisticsFields() {}

    static ObjectNode encode(EncoderStatistics statistics) {
        var line =
                Json.object()
                        .put("report", "working")
                        .put("frames", statistics.frames())
                        .put("dropped", statistics.dropped())
                        .put("fps", statistics.framesPerSecond())
                        .put("target_kbps", statistics.target().kbps())
                        .put("kbps", statistics.output().kbps())
                        .put("lag_ms", statistics.lagMs())
                        .put("source", statistics.feed().state().wireName())
                        .put("trouble", EncoderLineCodec.cut(statistics.feed().trouble()))
                        .put("peak_db", statistics.feed().peakDb())
                        .put("rms_db", statistics.feed().rmsDb())
                        .put("every", statistics.everyNth())
                        .put("outlet", statistics.outlet().state().wireName())
                        .put("outlet_trouble", EncoderLineCodec.cut(statistics.outlet().trouble()));
        return put(line, statistics.recording());
    }

    private static ObjectNode put(ObjectNode line, RecordingReading recording) {
        return line.put("recording", recording.state().wireName())
                .put("recording_note", EncoderLineCodec.cut(recording.note()))
                .put("recording_bytes", recording.fileBytes())
                .put("recording_used", recording.usedPercent())
                .put("recording_dropped", recording.dropped());
    }

    static EncoderStatistics decode(JsonFields in) {
        return new EncoderStatistics(
                count(in, "frames"),
                count(in, "dropped"),
                in.number("fps", 0, EncoderLineCodec.MOST),
                EncoderLineCodec.kbps(in, "target_kbps"),
                EncoderLineCodec.kbps(in, "kbps"),
                count(in, "lag_ms"),
                feed(in),
                new OutletReading(
                        in.choice(
                                "outlet",
                                OutletState.values(),
                                OutletState::wireName,
                                OutletState.OPEN),
                        reason(in, "outlet_trouble")),
                recording(in),
                in.integer("every", 1, EncoderStatistics.SLOWEST, 1));
    }

    private static FeedReading feed(JsonFields in) {
        return new FeedReading(
                in.choice(
                        "source",
                        SourceState.values(),
                        SourceState::wireName,
                        SourceState.CONNECTING),
                reason(in, "trouble"),
                loudness(in, "peak_db"),
                loudness(in, "rms_db"));
    }

    private static RecordingReading recording(JsonFields in) {
        return new RecordingReading(
                in.choice(
                        "recording",
                        RecordingState.values(),
                        RecordingState::wireName,
                        RecordingState.OFF),
                reason(in, "recording_note"),
                (long) in.number("recording_bytes", 0, EncoderLineCodec.MOST, 0),
                in.number("recording_used", 0, EncoderLineCodec.MOST, 0),
                (long) in.number("recording_dropped", 0, EncoderLineCodec.MOST, 0));
    }

    private static long count(JsonFields in, String name) {
        return (long) in.number(name, 0, EncoderLineCodec.MOST);
    }

    private static String reason(JsonFields in, String name) {
        return in.text(name, EncoderLineCodec.LONGEST_REASON, "");
    }

    private static double loudness(JsonFields in, String name) {
        return in.number(name, FeedReading.SILENCE_DB, HIGHEST_DB, FeedReading.SILENCE_DB);
    }
}
