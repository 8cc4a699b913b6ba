package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.ratonet.station.source.Devices;
import org.junit.jupiter.api.Test;

final class FormatLogTest {

    @Test
    void readsTheFormatsOfV4l2() {
        var log =
                """
                [video4linux2,v4l2 @ 0x55] Compressed:       mjpeg :          Motion-JPEG : 640x480 1280x720 1920x1080
                [video4linux2,v4l2 @ 0x55] Raw       :     yuyv422 :           YUYV 4:2:2 : 640x480 160x90
                [video4linux2,v4l2 @ 0x55] Compressed:        h264 :                H.264 : {32-2592, 2}x{32-1944, 2}
                """;

        assertThat(FormatLog.parse(log))
                .containsExactly(
                        new Devices.Format("mjpeg", List.of("640x480", "1280x720", "1920x1080")),
                        new Devices.Format("yuyv422", List.of("640x480", "160x90")),
                        new Devices.Format("h264", List.of()));
    }

    @Test
    void readsTheFormatsOfDirectShow() {
        var log =
                """
                [dshow @ 000001] DirectShow video device options (from video devices)
                [dshow @ 000001]  Pin "Capture" (alternative pin name "0")
                [dshow @ 000001]   pixel_format=yuyv422  min s=640x480 fps=5 max s=640x480 fps=30
                [dshow @ 000001]   vcodec=mjpeg  min s=1280x720 fps=5 max s=1280x720 fps=30
                [dshow @ 000001]   vcodec=mjpeg  min s=1920x1080 fps=5 max s=1920x1080 fps=29.97
                """;

        assertThat(FormatLog.parse(log))
                .containsExactly(
                        new Devices.Format("yuyv422", List.of("640x480@30")),
                        new Devices.Format("mjpeg", List.of("1280x720@30", "1920x1080@29")));
    }

    @Test
    void findsNothingInComplaints() {
        assertThat(FormatLog.parse("[video4linux2,v4l2 @ 0x55] Not a video capture device.\n"))
                .isEmpty();
    }
}
