package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.config.AudioInput;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.VideoInput;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.junit.jupiter.api.Test;

final class OpeningTest {

    private static final Map<String, String> WANTED =
            Map.of("video_size", "1280x720", "framerate", "30");

    @Test
    void asksACameraForMjpegThenForTheSizeThenForWhatItPrefers() {
        assertThat(open("/dev/video0", false).attempts())
                .containsExactly(
                        Map.of(
                                "video_size",
                                "1280x720",
                                "framerate",
                                "30",
                                "input_format",
                                "mjpeg"),
                        WANTED,
                        Map.of());
        assertThat(open("video=HD Webcam", true).attempts())
                .containsExactly(
                        Map.of("video_size", "1280x720", "framerate", "30", "vcodec", "mjpeg"),
                        WANTED,
                        Map.of());
    }

    @Test
    void knowsTheDevicesOfBothSystems() {
        assertThat(open("/dev/video0", false).format()).isEqualTo("v4l2");
        assertThat(open("video=HD Webcam", true).format()).isEqualTo("dshow");
        assertThat(open("screen", false).format()).isEqualTo("x11grab");
        assertThat(open("screen", true).format()).isEqualTo("gdigrab");
        assertThat(sound("hw:1", false).format()).isEqualTo("alsa");
        assertThat(sound("default", false).format()).isEqualTo("pulse");
        assertThat(sound("audio=Microphone", true).format()).isEqualTo("dshow");
    }

    @Test
    void fetchesStreamsOverTcpWhereUdpWouldLosePictures() {
        assertThat(open("rtsp://cam.example/1", false).attempts())
                .containsExactly(Map.of("rtsp_transport", "tcp"));
    }

    @Test
    void keepsTheClockOfFilesOnly() {
        assertThat(open("file:/tmp/a.mp4", false).paced()).isTrue();
        assertThat(open("srt://cam.example:9000", false).paced()).isFalse();
        assertThat(open("/dev/video0", false).paced()).isFalse();
    }

    @Test
    void opensADeviceThatRefusesTheFirstWish() throws Exception {
        var opening =
                new Opening(
                        "pattern",
                        "lavfi",
                        "testsrc=size=320x240:rate=30",
                        List.of(Map.of("graph_file", "/no/such/file"), Map.of()),
                        false);

        try (var source = new OpenSource(opening, new Patience(Ticker.system()))) {
            source.open(new AVIOInterruptCB());

            assertThat(source.read()).isTrue();
        }
    }

    private static Opening open(String text, boolean windows) {
        return Opening.of(
                        VideoInput.parse(text).orElseThrow(),
                        new Resolution(1_280, 720),
                        30,
                        windows)
                .orElseThrow();
    }

    private static Opening sound(String name, boolean windows) {
        return Opening.of(new AudioInput.Device(name), windows);
    }
}
