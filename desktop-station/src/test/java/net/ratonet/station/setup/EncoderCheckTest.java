package net.ratonet.station.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import net.ratonet.shared.settings.DotEnv;
import net.ratonet.station.config.StationSettings;
import net.ratonet.station.config.VideoConfig;
import net.ratonet.station.source.ChildJvmLauncher;
import net.ratonet.station.source.EncoderTrial;
import net.ratonet.station.source.libav.EncoderMain;
import org.junit.jupiter.api.Test;

/// The real encoder, in its own process.
final class EncoderCheckTest {

    @Test
    void seesTheTestPictureComeOut() throws InterruptedException {
        assertThat(check(EncoderMain.class.getName()))
                .isInstanceOfSatisfying(
                        EncoderCheck.Verdict.Works.class,
                        works -> assertThat(works.framesPerSecond()).isPositive());
    }

    @Test
    void saysThatTheEncoderCannotRun() throws InterruptedException {
        assertThat(check("no.such.Encoder"))
                .isInstanceOfSatisfying(
                        EncoderCheck.Verdict.Fails.class,
                        fails -> assertThat(fails.reason()).contains("ended with"));
    }

    private static EncoderCheck.Verdict check(String mainClass) throws InterruptedException {
        return new EncoderCheck(
                        new ChildJvmLauncher(mainClass),
                        codec -> new EncoderTrial(codec, Optional.empty()))
                .check(video());
    }

    private static VideoConfig video() {
        var values =
                Map.of(
                        "FIELD_STREAMER_ID", "ana",
                        "FIELD_API_KEY", "k",
                        "FIELD_VIDEO_RESOLUTION", "320x240");
        return StationSettings.load(Map.of(), values, DotEnv.EMPTY).config().orElseThrow().video();
    }
}
