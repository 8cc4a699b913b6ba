package net.ratonet.station.source.libav;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.ratonet.station.source.Devices;

/// Cameras as the kernel lists them, microphones of ALSA and of the sound server, the X11 screen.
final class LinuxDevices implements DeviceFinder {

    /// `00-01: USB Audio : USB Audio : playback 1 : capture 1`
    private static final Pattern PCM = Pattern.compile("(\\d+)-(\\d+): (.*?) : .*capture \\d+.*");

    private final Path root;
    private final Map<String, String> environment;
    private final Function<String, List<Devices.Format>> formats;
    private final List<Devices.Microphone> soundServer;

    /// @param root `/`, but for tests
    /// @param formats of the camera at this path; none if it brings no picture
    /// @param soundServer what PulseAudio or PipeWire offer
    LinuxDevices(
            Path root,
            Map<String, String> environment,
            Function<String, List<Devices.Format>> formats,
            List<Devices.Microphone> soundServer) {
        this.root = root;
        this.environment = environment;
        this.formats = formats;
        this.soundServer = List.copyOf(soundServer);
    }

    /// A camera often has a second node that brings only numbers; it has no formats.
    @Override
    public List<Devices.Camera> cameras() {
        return nodes().stream()
                .map(node ->
                        new Devices.Camera(
                                "/dev/" + node.getFileName(),
                                firstLine(node.resolve("name")),
                                formats.apply("/dev/" + node.getFileName())))
                .filter(camera -> !camera.formats().isEmpty())
                .toList();
    }

    @Override
    public List<Devices.Microphone> microphones() {
        var all = new ArrayList<>(soundServer);
        for (var line : lines(root.resolve("proc/asound/pcm"))) {
            var match = PCM.matcher(line);
            if (match.matches()) {
                all.add(
                        new Devices.Microphone(
                                "hw:%d,%d"
                                        .formatted(
                                                Integer.parseInt(match.group(1)),
                                                Integer.parseInt(match.group(2))),
                                match.group(3)));
            }
        }
        return all;
    }

    @Override
    public List<String> screens() {
        return environment.getOrDefault("DISPLAY", "").isEmpty() ? List.of() : List.of("screen");
    }

    private List<Path> nodes() {
        try (var found = Files.list(root.resolve("sys/class/video4linux"))) {
            return found.filter(node -> node.getFileName().toString().matches("video\\d+"))
                    .sorted(Comparator.comparingInt(LinuxDevices::number))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static int number(Path node) {
        return Integer.parseInt(node.getFileName().toString().substring("video".length()));
    }

    private static String firstLine(Path file) {
        return lines(file).stream().findFirst().orElse("").strip();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
