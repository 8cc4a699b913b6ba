package net.ratonet.relay.output.slate;

import java.util.Optional;
import net.ratonet.relay.session.AudioFacts;
import net.ratonet.relay.session.FeedFacts;
import net.ratonet.relay.session.VideoFacts;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.ColourTags;

/// What a slate must be like to follow a live stream without a player noticing. Two streams with
/// the same form share their slates.
///
/// @param profile and `level` as the codec numbers them, 0 for any
/// @param sound empty for a stream without any
record SlateForm(
        Codec video,
        int width,
        int height,
        FrameRate rate,
        int profile,
        int level,
        ColourTags colours,
        Optional<Sound> sound) {

    private static final int LARGEST = 4_096;
    private static final int MAIN_10 = 2;

    /// What its sound is like.
    ///
    /// @param sampleRate in Hz
    record Sound(Codec codec, int sampleRate, int channels) {}

    /// Empty while the stream has not told enough, or for a codec that cannot be made here.
    static Optional<SlateForm> of(FeedFacts facts) {
        return facts.video()
                .filter(SlateForm::canBeMade)
                .map(video ->
                        new SlateForm(
                                video.codec(),
                                video.width() & ~1,
                                video.height() & ~1,
                                FrameRate.near(video.framesPerSecond()),
                                video.profile(),
                                video.level(),
                                video.colours(),
                                facts.audio().flatMap(SlateForm::sound)));
    }

    /// Whether the pictures are of ten bits, as HEVC's second profile has them.
    boolean tenBits() {
        return video == Codec.HEVC && profile == MAIN_10;
    }

    /// For the name of a file.
    String key() {
        var audio =
                sound.map(s -> "%s-%d-%d".formatted(s.codec, s.sampleRate, s.channels))
                        .orElse("mute");
        var tags =
                "c%d-%d-%d-%s"
                        .formatted(
                                colours.primaries(),
                                colours.transfer(),
                                colours.matrix(),
                                colours.full() ? "pc" : "tv");
        return "%s%s-%dx%d-%s-p%d-l%d-%s-%s"
                .formatted(
                        video,
                        tenBits() ? "-10" : "",
                        width,
                        height,
                        rate.key(),
                        profile,
                        level,
                        tags,
                        audio);
    }

    private static boolean canBeMade(VideoFacts video) {
        var known = video.codec() == Codec.H264 || video.codec() == Codec.HEVC;
        return known
                && Math.min(video.width(), video.height()) >= 16
                && Math.max(video.width(), video.height()) <= LARGEST;
    }

    private static Optional<Sound> sound(AudioFacts audio) {
        return switch (audio.codec()) {
            case AAC, MPEG_AUDIO, AC3, OPUS ->
                    Optional.of(
                            new Sound(
                                    audio.codec(),
                                    audio.sampleRate() == 0 ? 48_000 : audio.sampleRate(),
                                    audio.channels() == 0 ? 2 : audio.channels()));
            case H264, HEVC, AV1, OTHER -> Optional.empty();
        };
    }
}
