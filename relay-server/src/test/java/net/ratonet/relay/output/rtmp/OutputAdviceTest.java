package net.ratonet.relay.output.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.session.AudioFacts;
import net.ratonet.relay.session.FeedFacts;
import net.ratonet.relay.session.VideoFacts;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.relay.session.ts.ColourTags;
import net.ratonet.shared.telemetry.Bitrate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutputAdviceTest {

    private static final OutputTarget TWITCH = target("rtmp://live.twitch.tv/app/KEY");
    private static final OutputTarget YOUTUBE = target("rtmps://a.rtmps.youtube.com/live2/KEY");
    private static final OutputTarget KICK =
            target("rtmps://fa723fc1b171.global-contribute.live-video.net:443/app/sk_KEY");
    private static final OutputTarget OWN = target("rtmp://media.example/live/KEY");

    @ParameterizedTest
    @CsvSource({
        "rtmp://live.twitch.tv/app/K, Twitch",
        "rtmp://fra05.contribute.live-video.net/app/K, Twitch",
        "rtmps://fa723fc1b171.global-contribute.live-video.net:443/app/K, Kick",
        "rtmps://live-api-s.facebook.com:443/rtmp/K, Facebook",
        "rtmp://livepush.trovo.live/live/K, Trovo",
        "rtmp://A.RTMP.YouTube.com/live2/K, YouTube",
        "rtmp://nottwitch.tv/app/K, custom",
    })
    void knowsPlatformsByTheirAddress(String url, String name) {
        assertThat(PlatformLimits.of(target(url)).name()).isEqualTo(name);
    }

    @Test
    void knowsPlatformsByName() {
        var named = new OutputTarget("Kick", "rtmp://proxy.example/app/KEY", true);

        assertThat(PlatformLimits.of(named).name()).isEqualTo("Kick");
    }

    @Test
    void hasNothingToSayAboutAStreamThatSuits() {
        assertThat(advice(TWITCH, facts(Codec.H264, 1_080, 2, true), 6_000)).isEmpty();
        assertThat(advice(YOUTUBE, facts(Codec.HEVC, 2_160, 4, true), 50_000)).isEmpty();
        assertThat(advice(OWN, facts(Codec.HEVC, 2_160, 2, true), 90_000)).isEmpty();
    }

    @Test
    void warnsOfACodec() {
        assertThat(advice(TWITCH, facts(Codec.HEVC, 1_080, 2, false), 6_000))
                .containsExactly("Twitch does not take video in HEVC: set the encoder to H.264");
        assertThat(advice(YOUTUBE, facts(Codec.AV1, 1_080, 2, false), 6_000)).hasSize(1);
    }

    @Test
    void warnsOfTooManyBits() {
        assertThat(advice(TWITCH, facts(Codec.H264, 1_080, 2, false), 8_500))
                .containsExactly(
                        "Twitch takes up to 6,000 kbit/s, and the stream has 8,500: lower the"
                                + " bitrate");
        assertThat(advice(KICK, facts(Codec.H264, 1_080, 2, false), 8_500)).hasSize(1);
    }

    @Test
    void warnsOfRareKeyFrames() {
        assertThat(advice(TWITCH, facts(Codec.H264, 1_080, 3.5, false), 5_000))
                .containsExactly(
                        "Twitch wants a key frame every 2 s, and the stream has one every 3.5 s:"
                                + " change the interval in the encoder");
        assertThat(advice(YOUTUBE, facts(Codec.H264, 1_080, 3.5, false), 5_000)).isEmpty();
        assertThat(advice(YOUTUBE, facts(Codec.H264, 1_080, 5, false), 5_000)).hasSize(1);
    }

    @Test
    void warnsOfSizeBFramesAndSound() {
        assertThat(advice(TWITCH, facts(Codec.H264, 1_440, 2, false), 5_000)).hasSize(1);
        assertThat(advice(KICK, facts(Codec.H264, 1_080, 2, true), 5_000)).hasSize(1);
        var opus =
                new FeedFacts(
                        Optional.empty(), Optional.of(new AudioFacts(Codec.OPUS, 257, 48_000, 2)));
        assertThat(advice(TWITCH, opus, 0))
                .containsExactly("Twitch gets no sound in OPUS: set the encoder to AAC");
    }

    @Test
    void speaksPortugueseToo() {
        var advice =
                OutputAdvice.of(
                        TWITCH, facts(Codec.H264, 1_080, 3.5, false), Bitrate.ofKbps(8_500));

        assertThat(advice)
                .extracting(reason -> reason.in(Language.PORTUGUESE))
                .anyMatch(text -> text.contains("3,5 s"))
                .anyMatch(text -> text.contains("6.000 kbit/s"));
    }

    private static List<String> advice(OutputTarget target, FeedFacts facts, double kbps) {
        return OutputAdvice.of(target, facts, Bitrate.ofKbps(kbps)).stream()
                .map(reason -> reason.in(Language.ENGLISH))
                .toList();
    }

    private static FeedFacts facts(
            Codec codec, int lines, double keyFrameSeconds, boolean bFrames) {
        return new FeedFacts(
                Optional.of(
                        new VideoFacts(
                                codec,
                                256,
                                lines * 16 / 9,
                                lines,
                                30,
                                0,
                                0,
                                Duration.ofMillis(Math.round(keyFrameSeconds * 1_000)),
                                bFrames,
                                ColourTags.NONE)),
                Optional.of(new AudioFacts(Codec.AAC, 257, 48_000, 2)));
    }

    private static OutputTarget target(String url) {
        return new OutputTarget("custom", url, true);
    }
}
