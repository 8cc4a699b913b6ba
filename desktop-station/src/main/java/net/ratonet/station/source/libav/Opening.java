package net.ratonet.station.source.libav;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.ratonet.station.config.AudioInput;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.VideoInput;

/// How libav has to open a source. Pure.
///
/// @param attempts options to open it with, one after the other until one is taken
/// @param format the name of libav's device or demuxer; empty = it finds out
/// @param paced whether its clock has to be kept here, as for a file that is read at once
record Opening(
        String shown,
        String format,
        String secretUrl,
        List<Map<String, String>> attempts,
        boolean paced) {

    Opening {
        attempts = List.copyOf(attempts);
    }

    static Optional<Opening> of(
            VideoInput input, Resolution size, int framesPerSecond, boolean windows) {
        var wanted =
                Map.of(
                        "video_size", size.toString(),
                        "framerate", Integer.toString(framesPerSecond));
        var rate = Map.of("framerate", Integer.toString(framesPerSecond));
        return switch (input) {
            case VideoInput.TestPicture _ -> Optional.empty();
            case VideoInput.VideoFile(var path) ->
                    Optional.of(new Opening(input.shown(), "", path, List.of(Map.of()), true));
            case VideoInput.Camera(var device) ->
                    Optional.of(
                            new Opening(
                                    device,
                                    windows ? "dshow" : "v4l2",
                                    device,
                                    cameraFormats(wanted, windows),
                                    false));
            case VideoInput.Screen _ ->
                    Optional.of(
                            new Opening(
                                    "screen",
                                    windows ? "gdigrab" : "x11grab",
                                    windows ? "desktop" : "",
                                    List.of(rate, Map.of()),
                                    false));
            case VideoInput.Address(var url) ->
                    Optional.of(
                            new Opening(
                                    input.shown(),
                                    "",
                                    url.toString(),
                                    List.of(
                                            url.getScheme().startsWith("rtsp")
                                                    ? Map.of("rtsp_transport", "tcp")
                                                    : Map.of()),
                                    url.getScheme().startsWith("http")));
        };
    }

    static Opening of(AudioInput.Device device, boolean windows) {
        var name = device.name();
        var alsa = name.startsWith("hw:") || name.startsWith("plughw:");
        var format = windows ? "dshow" : alsa ? "alsa" : "pulse";
        return new Opening(name, format, name, List.of(Map.of()), false);
    }

    /// USB 2 carries large pictures at full rate only as MJPEG; what the camera prefers comes last.
    private static List<Map<String, String>> cameraFormats(
            Map<String, String> wanted, boolean windows) {
        var compressed = new HashMap<>(wanted);
        compressed.put(windows ? "vcodec" : "input_format", "mjpeg");
        return List.of(Map.copyOf(compressed), wanted, Map.of());
    }

    boolean isDevice() {
        return !format.isEmpty();
    }
}
