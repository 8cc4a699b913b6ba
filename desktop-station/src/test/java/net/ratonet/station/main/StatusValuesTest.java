package net.ratonet.station.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.ratonet.shared.settings.DotEnv;
import net.ratonet.station.config.StationConfig;
import net.ratonet.station.config.StationSettings;
import net.ratonet.station.control.StreamStatus;
import org.junit.jupiter.api.Test;

final class StatusValuesTest {

    private static final StreamStatus LIVE = new StreamStatus("live", "", 29.97, 4_123.4, 7);

    @Test
    void tellsHowTheStreamIsDoing() {
        assertThat(StatusValues.of(LIVE, "growing", config(Map.of())))
                .containsEntry("state", "live")
                .containsEntry("fps", "30.0")
                .containsEntry("kbps", "4123")
                .containsEntry("dropped_frames", "7")
                .containsEntry("bitrate_cause", "growing")
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
