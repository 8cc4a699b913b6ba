package net.ratonet.station.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VideoInputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "testsrc",
                "screen",
                "file:/tmp/ride.mp4",
                "/dev/video0",
                "video=HD Webcam",
                "rtsp://ana:pw@cam.example/1",
                "srt://cam.example:9000?mode=caller"
            })
    void writesWhatItReads(String text) {
        assertThat(VideoInput.parse(text).orElseThrow().secretText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "file:", "gopher://cam.example/1", "rtsp://", "rtsp:// x"})
    void refusesWhatIsNoSource(String text) {
        assertThat(VideoInput.parse(text)).isEmpty();
    }

    @Test
    void readsFilesWithAndWithoutSlashes() {
        assertThat(VideoInput.parse("file:///tmp/a.mp4"))
                .contains(new VideoInput.VideoFile("/tmp/a.mp4"));
        assertThat(VideoInput.parse("file:a.mp4")).contains(new VideoInput.VideoFile("a.mp4"));
    }

    @Test
    void showsNeitherLoginNorPathOfAnAddress() {
        var camera = VideoInput.parse("rtsp://ana:pw@cam.example/main?token=x").orElseThrow();

        assertThat(camera.shown()).isEqualTo("rtsp://cam.example/***");
        assertThat(camera).hasToString("rtsp://cam.example/***");
    }

    @Test
    void knowsWhatMayBeSecret() {
        assertThat(isConfidential("rtsp://ana:pw@cam.example/1")).isTrue();
        assertThat(isConfidential("rtsp://cam.example/1?token=x")).isTrue();
        assertThat(isConfidential("rtsp://cam.example/1")).isFalse();
    }

    private static boolean isConfidential(String text) {
        return ((VideoInput.Address) VideoInput.parse(text).orElseThrow()).isConfidential();
    }
}
