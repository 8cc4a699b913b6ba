package net.ratonet.station.main;

import java.util.Locale;
import java.util.Map;
import net.ratonet.station.config.StationConfig;
import net.ratonet.station.config.VideoInput;
import net.ratonet.station.control.StreamStatus;

/// The flat values of a `stream_status` message: how the stream is doing, and what of all that the
/// station reports is invented.
final class StatusValues {

    private StatusValues() {}

    static Map<String, String> of(StreamStatus status, String bitrateCause, StationConfig config) {
        return Map.of(
                "state", status.state(),
                "explanation", status.explanation(),
                "fps", String.format(Locale.ROOT, "%.1f", status.fps()),
                "kbps", String.format(Locale.ROOT, "%.0f", status.kbps()),
                "dropped_frames", Long.toString(status.droppedFrames()),
                "bitrate_cause", bitrateCause,
                "source",
                        switch (config.video().input()) {
                            case VideoInput.TestPicture _ -> "test picture";
                            case VideoInput.Screen _ -> "screen";
                            case VideoInput.VideoFile _ -> "file";
                            case VideoInput.Camera _ -> "camera";
                            case VideoInput.Address _ -> "network camera";
                        },
                "simulated", config.telemetry().simulated() ? "gps, modems" : "");
    }
}
