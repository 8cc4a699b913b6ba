package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.ratonet.station.source.Devices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinuxDevicesTest {

    private static final Devices.Format MJPEG = new Devices.Format("mjpeg", List.of("1280x720"));

    @TempDir private Path root;

    @Test
    void listsCamerasByNumberWithoutNodesThatBringNoPicture() throws IOException {
        node("video10", "Capture card");
        node("video2", "C920");
        node("video3", "C920 metadata");
        node("v4l-subdev0", "sensor");

        var cameras = devices(Map.of()).cameras();

        assertThat(cameras)
                .containsExactly(
                        new Devices.Camera("/dev/video2", "C920", List.of(MJPEG)),
                        new Devices.Camera("/dev/video10", "Capture card", List.of(MJPEG)));
    }

    @Test
    void listsWhatCanRecordSound() throws IOException {
        write(
                root.resolve("proc/asound/pcm"),
                """
                00-00: ALC892 Analog : ALC892 Analog : playback 1 : capture 1
                00-03: HDMI 0 : HDMI 0 : playback 1
                02-00: USB Audio : USB Audio : capture 1
                """);

        assertThat(devices(Map.of()).microphones())
                .containsExactly(
                        new Devices.Microphone("hw:0,0", "ALC892 Analog"),
                        new Devices.Microphone("hw:2,0", "USB Audio"));
    }

    @Test
    void hasAScreenOnlyWhereThereIsADisplay() {
        assertThat(devices(Map.of("DISPLAY", ":0")).screens()).containsExactly("screen");
        assertThat(devices(Map.of()).screens()).isEmpty();
    }

    @Test
    void findsNothingOnABareMachine() {
        assertThat(devices(Map.of()).cameras()).isEmpty();
        assertThat(devices(Map.of()).microphones()).isEmpty();
    }

    private LinuxDevices devices(Map<String, String> environment) {
        return new LinuxDevices(
                root,
                environment,
                device -> device.equals("/dev/video3") ? List.of() : List.of(MJPEG),
                List.of());
    }

    private void node(String name, String title) throws IOException {
        write(root.resolve("sys/class/video4linux").resolve(name).resolve("name"), title + "\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
