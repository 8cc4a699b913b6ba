package net.ratonet.station.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import net.ratonet.shared.telemetry.Bitrate;

/// Pictures by name, with the bitrate at which each looks good; best first.
public enum VideoPreset {
    P1080_30("1080p30", 1_920, 1_080, 30, 4_500, "a third"),
    P720_60("720p60", 1_280, 720, 60, 4_500, "a third"),
    P720_30("720p30", 1_280, 720, 30, 3_000, "a fifth"),
    P480("480p", 854, 480, 30, 1_500, "a tenth");

    public static final String ALLOWED =
            Arrays.stream(values()).map(VideoPreset::word).collect(Collectors.joining(", "));

    /// Sound, and what packing and sending it all add, roughly.
    private static final double OVERHEAD = 1.1;

    private final String word;
    private final int width;
    private final int height;
    private final int framesPerSecond;
    private final int kbps;
    private final String ofACore;

    VideoPreset(String word, int width, int height, int framesPerSecond, int kbps, String ofACore) {
        this.word = word;
        this.width = width;
        this.height = height;
        this.framesPerSecond = framesPerSecond;
        this.kbps = kbps;
        this.ofACore = ofACore;
    }

    /// As FIELD_VIDEO_PRESET names it.
    public String word() {
        return word;
    }

    public PictureFormat picture() {
        return new PictureFormat(new Resolution(width, height), framesPerSecond);
    }

    /// Where the picture starts, and the most that it takes.
    public Bitrate bitrate() {
        return Bitrate.ofKbps(kbps);
    }

    /// What a machine and its links must have for it.
    public String needs() {
        return String.format(
                Locale.ROOT,
                "%s of a fast core with libx264, and links that carry %.1f Mbit/s",
                ofACore,
                OVERHEAD * kbps / 1_000);
    }

    public static Optional<VideoPreset> named(String word) {
        return Arrays.stream(values()).filter(preset -> preset.word.equals(word)).findFirst();
    }
}
