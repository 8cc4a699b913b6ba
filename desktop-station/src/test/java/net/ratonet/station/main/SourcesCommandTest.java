package net.ratonet.station.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.source.Devices;
import net.ratonet.station.source.EncoderTrial;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.node.ObjectNode;

final class SourcesCommandTest {

    @Test
    void tellsWhatThisMachineReallyHas() {
        var out = new StringWriter();

        var code =
                new CommandLine(new SourcesCommand())
                        .setOut(new PrintWriter(out))
                        .execute("--json");

        assertThat(code).isZero();
        assertThat(Json.readObject(out.toString().strip()))
                .isInstanceOfSatisfying(
                        Decoded.Accepted.class,
                        accepted -> {
                            var json = (ObjectNode) accepted.value();
                            assertThat(json.path("troubles")).isEmpty();
                            assertThat(json.path("encoders")).hasSize(VideoCodec.values().length);
                            assertThat(
                                            json.path("presets")
                                                    .valueStream()
                                                    .map(preset ->
                                                            preset.path("name").asString("")))
                                    .containsExactly("1080p30", "720p60", "720p30", "480p");
                            assertThat(json.path("encoders").toString())
                                    .contains(
                                            "{\"name\":\"libx264\",\"format\":\"H264\",\"works\":true");
                        });
    }

    @Test
    void writesATableThatAPersonCanCopyFrom() {
        var devices =
                new Devices(
                        List.of(
                                new Devices.Camera(
                                        "/dev/video0",
                                        "C920\u001b[2J",
                                        List.of(new Devices.Format("mjpeg", List.of("1280x720"))))),
                        List.of(),
                        List.of("screen"),
                        List.of());

        assertThat(
                        SourcesTable.lines(
                                devices,
                                List.of(
                                        new EncoderTrial(VideoCodec.LIBX264, Optional.empty()),
                                        new EncoderTrial(
                                                VideoCodec.H264_AMF, Optional.of("no driver")))))
                .startsWith(
                        "CAMERAS (FIELD_VIDEO_DEVICE)",
                        "  /dev/video0              C920 [2J",
                        "    mjpeg      1280x720",
                        "MICROPHONES (FIELD_AUDIO_DEVICE)",
                        "  none found",
                        "SCREENS (FIELD_VIDEO_DEVICE)",
                        "  screen",
                        "ENCODERS (FIELD_VIDEO_CODEC), best first",
                        "  libx264        H264  works",
                        "  h264_amf       H264  no: needs an AMD graphics card with its driver (no"
                                + " driver)",
                        "PRESETS (FIELD_VIDEO_PRESET)",
                        "  1080p30  1920x1080 at 30 fps  4500 kbit/s, needs a third of a fast core"
                                + " with libx264, and links that carry 5.0 Mbit/s");
    }
}
