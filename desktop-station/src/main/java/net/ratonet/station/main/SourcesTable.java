package net.ratonet.station.main;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.ratonet.station.config.VideoPreset;
import net.ratonet.station.source.Devices;
import net.ratonet.station.source.EncoderTrial;

/// Cameras, microphones, screens and encoders as lines for people. Pure.
final class SourcesTable {

    private SourcesTable() {}

    static List<String> lines(Devices devices, List<EncoderTrial> trials) {
        var lines = new ArrayList<String>();
        lines.add("CAMERAS (FIELD_VIDEO_DEVICE)");
        devices.cameras().forEach(camera -> camera(camera, lines));
        none(devices.cameras(), lines);
        lines.add("MICROPHONES (FIELD_AUDIO_DEVICE)");
        devices.microphones()
                .forEach(sound -> lines.add("  %-24s %s".formatted(sound.device(), sound.name())));
        none(devices.microphones(), lines);
        lines.add("SCREENS (FIELD_VIDEO_DEVICE)");
        devices.screens().forEach(screen -> lines.add("  " + screen));
        none(devices.screens(), lines);
        lines.add("ENCODERS (FIELD_VIDEO_CODEC), best first");
        trials.forEach(trial -> lines.add(encoder(trial)));
        lines.add("PRESETS (FIELD_VIDEO_PRESET)");
        Arrays.stream(VideoPreset.values()).forEach(preset -> lines.add(preset(preset)));
        devices.troubles().forEach(trouble -> lines.add("TROUBLE  " + trouble));
        return lines.stream().map(line -> line.replaceAll("\\p{Cntrl}", " ")).toList();
    }

    private static void camera(Devices.Camera camera, List<String> lines) {
        lines.add("  %-24s %s".formatted(camera.device(), camera.name()));
        for (var format : camera.formats()) {
            lines.add("    %-10s %s".formatted(format.name(), String.join(" ", format.sizes())));
        }
    }

    private static String preset(VideoPreset preset) {
        return "  %-8s %-20s %4.0f kbit/s, needs %s"
                .formatted(
                        preset.word(), preset.picture(), preset.bitrate().kbps(), preset.needs());
    }

    private static void none(List<?> list, List<String> lines) {
        if (list.isEmpty()) {
            lines.add("  none found");
        }
    }

    private static String encoder(EncoderTrial trial) {
        var codec = trial.codec();
        return "  %-14s %-5s %s"
                .formatted(
                        codec.libavName(),
                        codec.format(),
                        trial.fault()
                                .map(why -> "no: needs %s (%s)".formatted(codec.needs(), why))
                                .orElse("works"));
    }
}
