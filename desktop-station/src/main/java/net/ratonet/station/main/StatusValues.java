package net.ratonet.station.main;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import net.ratonet.station.config.StationConfig;
import net.ratonet.station.config.VideoInput;
import net.ratonet.station.control.StreamStatus;
import net.ratonet.station.source.EncoderStatistics;

/// The flat values of a `stream_status` message: how the stream is doing, and what of all that the
/// station reports is invented.
final class StatusValues {

    private StatusValues() {}

    static Map<String, String> of(StreamStatus status, String bitrateCause, StationConfig config) {
        var values = new LinkedHashMap<String, String>();
        values.put("state", status.state());
        values.put("explanation", status.explanation());
        values.put("notice", status.notice());
        values.put("fps", String.format(Locale.ROOT, "%.1f", status.fps()));
        values.put("kbps", String.format(Locale.ROOT, "%.0f", status.kbps()));
        values.put("dropped_frames", Long.toString(status.droppedFrames()));
        values.put("bitrate_cause", bitrateCause);
        values.put("source", source(status, config));
        status.job()
                .ifPresent(job -> {
                    values.put("encoder", job.codec().libavName());
                    values.put("picture", job.picture().toString());
                });
        status.statistics().ifPresent(now -> measured(now, values));
        values.put("simulated", config.telemetry().simulated() ? "gps, modems" : "");
        return values;
    }

    private static void measured(EncoderStatistics now, Map<String, String> values) {
        values.put("target_kbps", String.format(Locale.ROOT, "%.0f", now.target().kbps()));
        values.put("encoder_lag_ms", Long.toString(now.lagMs()));
        values.put("audio_peak_db", String.format(Locale.ROOT, "%.1f", now.feed().peakDb()));
        values.put("audio_rms_db", String.format(Locale.ROOT, "%.1f", now.feed().rmsDb()));
        values.put("source_state", now.feed().state().wireName());
        values.put("every_nth_picture", Integer.toString(now.everyNth()));
        values.put("recording", now.recording().state().wireName());
        values.put("recording_note", now.recording().note());
    }

    /// Its kind only: a file's name or a camera's address is nobody's business.
    private static String source(StreamStatus status, StationConfig config) {
        return switch (status.job().map(job -> job.feed().video()).orElse(config.video().input())) {
            case VideoInput.TestPicture _ -> "test picture";
            case VideoInput.Screen _ -> "screen";
            case VideoInput.VideoFile _ -> "file";
            case VideoInput.Camera _ -> "camera";
            case VideoInput.Address _ -> "network camera";
        };
    }
}
