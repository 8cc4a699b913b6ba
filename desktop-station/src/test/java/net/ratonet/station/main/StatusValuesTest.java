package net.ratonet.station.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import net.ratonet.shared.settings.DotEnv;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.StationConfig;
import net.ratonet.station.config.StationSettings;
import net.ratonet.station.control.StreamStatus;
import net.ratonet.station.source.EncoderStatistics;
import net.ratonet.station.source.FeedReading;
import org.junit.jupiter.api.Test;

final class StatusValuesTest {

    private static final StreamStatus LIVE =
            new StreamStatus(
                    "live",
                    "",
                    "",
                    Optional.empty(),
                    Optional.of(
                            new EncoderStatistics(
                                    90,
                                    7,
                                    29.97,
                                    Bitrate.ofKbps(4_000),
                                    Bitrate.ofKbps(4_123.4),
                                    0,
                                    FeedReading.unheard())));

    @Test
    void tellsHowTheStreamIsDoing() {
        assertThat(StatusValues.of(LIVE, "growing", config(Map.of())))
                .containsEntry("state", "live")
                .containsEntry("fps", "30.0")
                .containsEntry("kbps", "4123")
                .containsEntry("dropped_frames", "7")
                .containsEntry("bitrate_cause", "growing")
                .containsEntry("target_kbps", "4000")
                .containsEntry("encoder_lag_ms", "0")
                .containsEntry("audio_peak_db", "-96.0")
                .containsEntry("audio_rms_db", "-96.0")
                .containsEntry("source_state", "connecting")
                .containsEntry("source", "camera")
                .containsEntry("simulated", "");
    }

    @Test
    void saysWhatIsInvented() {
        var config = config(Map.of("FIELD_SIMULATE", "true", "FIELD_VIDEO_DEVICE", "testsrc"));

        assertThat(StatusValues.of(LIVE, "", config))
                .containsEntry("source", "test picture")
                .containsEntry("simulated", "gps, modems");
    }

    private static StationConfig config(Map<String, String> environment) {
        var account = Map.of("FIELD_STREAMER_ID", "ana", "FIELD_API_KEY", "k");
        return StationSettings.load(account, environment, DotEnv.EMPTY).config().orElseThrow();
    }
}
