package net.ratonet.station.source.libav;

import java.util.Map;
import java.util.Optional;
import net.ratonet.station.config.AudioInput;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.VideoInput;

/// How libav has to open a source. Pure.
///
/// @param format the name of libav's device or demuxer; empty = it finds out
/// @param paced whether its clock has to be kept here, as for a file that is read at once
record Opening(
        String shown, String format, String secretUrl, Map<String, String> options, boolean paced) {

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
                    Optional.of(new Opening(input.shown(), "", path, Map.of(), true));
            case VideoInput.Camera(var device) ->
                    Optional.of(
                            new Opening(device, windows ? "dshow" : "v4l2", device, wanted, false));
            case VideoInput.Screen _ ->
                    Optional.of(
                            new Opening(
                                    "screen",
                                    windows ? "gdigrab" : "x11grab",
                                    windows ? "desktop" : "",
                                    rate,
                                    false));
            case VideoInput.Address(var url) ->
                    Optional.of(
                            new Opening(
                                    input.shown(),
                                    "",
                                    url.toString(),
                                    url.getScheme().startsWith("rtsp")
                                            ? Map.of("rtsp_transport", "tcp")
                                            : Map.of(),
                                    url.getScheme().startsWith("http")));
        };
    }

    static Opening of(AudioInput.Device device, boolean windows) {
        var name = device.name();
        var alsa = name.startsWith("hw:") || name.startsWith("plughw:");
        var format = windows ? "dshow" : alsa ? "alsa" : "pulse";
        return new Opening(name, format, name, Map.of(), false);
    }

    boolean isDevice() {
        return !format.isEmpty();
    }
}
