package net.ratonet.station.config;

import java.nio.file.Path;
import java.util.Optional;
import net.ratonet.shared.settings.SettingsReader;
import net.ratonet.shared.telemetry.Bitrate;

/// The settings of what is encoded, and how. A preset only gives other defaults: size, rate and
/// bitrate that are set outrank it.
final class VideoSettings {

    private static final PictureFormat USUAL = new PictureFormat(new Resolution(1_920, 1_080), 30);
    private static final Bitrate USUAL_BITRATE = Bitrate.ofKbps(4_000);
    private static final int FEWEST_FRAMES = 5;
    private static final int MOST_FRAMES = 60;

    private final SettingsReader reader;

    private VideoSettings(SettingsReader reader) {
        this.reader = reader;
    }

    static VideoConfig read(SettingsReader reader, Path data) {
        return new VideoSettings(reader).read(data);
    }

    private VideoConfig read(Path data) {
        var input = input();
        var audio = audio();
        var preset = preset();
        var usual = preset.map(VideoPreset::picture).orElse(USUAL);
        return new VideoConfig(
                input,
                audio,
                new PictureFormat(resolution(usual.resolution()), frames(usual.framesPerSecond())),
                bitrate(preset.map(VideoPreset::bitrate).orElse(USUAL_BITRATE)),
                codec(),
                RecordingSettings.read(reader, data),
                reader.flag(
                        "FIELD_STEP_DOWN",
                        true,
                        "send fewer pictures while the bitrate is too low for all of them"),
                clock());
    }

    private Optional<VideoPreset> preset() {
        var text =
                reader.text(
                        "FIELD_VIDEO_PRESET",
                        "",
                        "size, rate and bitrate by one name: " + VideoPreset.ALLOWED);
        var preset = VideoPreset.named(text);
        if (preset.isEmpty() && !text.isEmpty()) {
            reader.wrong("FIELD_VIDEO_PRESET", text, "one of " + VideoPreset.ALLOWED);
        }
        return preset;
    }

    private VideoInput input() {
        var device =
                reader.text(
                        "FIELD_VIDEO_DEVICE",
                        "/dev/video0",
                        "camera, screen, file:PATH, address, or testsrc for the test picture");
        var secret =
                reader.secret("FIELD_VIDEO_URL", "address of a network camera; may hold a login");
        var input = VideoInput.parse(secret.isEmpty() ? device : secret);
        if (input.isEmpty()) {
            reader.wrong(
                    secret.isEmpty() ? "FIELD_VIDEO_DEVICE" : "FIELD_VIDEO_URL",
                    secret.isEmpty() ? device : secret,
                    VideoInput.ALLOWED);
        }
        if (secret.isEmpty()
                && input.orElseGet(VideoInput.TestPicture::new)
                        instanceof VideoInput.Address address
                && address.isConfidential()) {
            reader.wrong(
                    "FIELD_VIDEO_DEVICE",
                    address.toString(),
                    "an address without login or question mark; such a one belongs into"
                            + " FIELD_VIDEO_URL, which is never shown");
        }
        return input.orElseGet(VideoInput.TestPicture::new);
    }

    private AudioInput audio() {
        var text =
                reader.text(
                        "FIELD_AUDIO_DEVICE",
                        "auto",
                        "sound: auto, default, none, tone, or a device like hw:1");
        var input = AudioInput.parse(text);
        if (input.isEmpty()) {
            reader.wrong("FIELD_AUDIO_DEVICE", text, AudioInput.ALLOWED);
        }
        return input.orElseGet(AudioInput.Auto::new);
    }

    private Resolution resolution(Resolution usual) {
        var text = reader.text("FIELD_VIDEO_RESOLUTION", usual.toString(), "size of the picture");
        var resolution = Resolution.parse(text);
        if (resolution.isEmpty()) {
            reader.wrong(
                    "FIELD_VIDEO_RESOLUTION", text, "WIDTHxHEIGHT in even pixels, like 1280x720");
        }
        return resolution.orElse(usual);
    }

    private int frames(int usual) {
        return reader.integer(
                "FIELD_VIDEO_FPS", usual, FEWEST_FRAMES, MOST_FRAMES, "pictures a second");
    }

    private Bitrate bitrate(Bitrate usual) {
        var text =
                reader.text(
                        "FIELD_VIDEO_BITRATE",
                        "%.0fk".formatted(usual.kbps()),
                        "video bitrate to start with, and the most that it takes");
        var bitrate = BitrateText.parse(text).filter(StationSettings::isUsable);
        if (bitrate.isEmpty()) {
            reader.wrong("FIELD_VIDEO_BITRATE", text, "a rate from 100k to 50M, like 4000k or 4M");
        }
        return bitrate.orElse(StationSettings.LOWEST_BITRATE);
    }

    private ClockOverlay clock() {
        var text =
                reader.text(
                        "FIELD_VIDEO_CLOCK", "off", "a clock in the picture: off, utc or local");
        var clock = ClockOverlay.named(text);
        if (clock.isEmpty()) {
            reader.wrong("FIELD_VIDEO_CLOCK", text, "off, utc or local");
        }
        return clock.orElse(ClockOverlay.OFF);
    }

    private CodecWish codec() {
        var text =
                reader.text(
                        "FIELD_VIDEO_CODEC",
                        "libx264",
                        "video encoder: libx264, auto (the best that works here), hevc, or a name"
                                + " from station sources");
        var wish = CodecWish.parse(text);
        if (wish.isEmpty()) {
            reader.wrong("FIELD_VIDEO_CODEC", text, CodecWish.ALLOWED);
        }
        return wish.orElseGet(() -> new CodecWish.Named(VideoCodec.LIBX264));
    }
}
