package net.ratonet.relay.output.rtmp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.ratonet.relay.session.AudioFacts;
import net.ratonet.relay.session.FeedFacts;
import net.ratonet.relay.session.VideoFacts;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.shared.telemetry.Bitrate;

/// Tells where a stream does not suit a platform, before going live and while live. Pure.
public final class OutputAdvice {

    /// Encoders are a little off, and the measurement too.
    private static final double BITRATE_MARGIN = 1.05;

    private static final Duration KEY_FRAME_MARGIN = Duration.ofMillis(100);

    private OutputAdvice() {}

    /// The most important first.
    ///
    /// @param bitrate of the whole stream, zero while unknown
    public static List<Reason> of(OutputTarget target, FeedFacts facts, Bitrate bitrate) {
        var limits = PlatformLimits.of(target);
        var found = new ArrayList<Reason>();
        facts.video().ifPresent(video -> ofVideo(found, limits, video));
        facts.audio().ifPresent(audio -> ofAudio(found, limits, audio));
        if (limits.mostKbps() > 0 && bitrate.kbps() > limits.mostKbps() * BITRATE_MARGIN) {
            found.add(
                    new Reason(
                                    "%s aceita até %,d kbit/s, e a transmissão tem %,.0f: reduza a"
                                            + " taxa de bits",
                                    "%s takes up to %,d kbit/s, and the stream has %,.0f: lower the"
                                            + " bitrate")
                            .with(limits.name(), limits.mostKbps(), bitrate.kbps()));
        }
        return List.copyOf(found);
    }

    private static void ofVideo(List<Reason> found, PlatformLimits limits, VideoFacts video) {
        if (!isTaken(limits, video.codec())) {
            found.add(
                    new Reason(
                                    "%s não aceita vídeo em %s: configure o encoder para H.264",
                                    "%s does not take video in %s: set the encoder to H.264")
                            .with(limits.name(), video.codec()));
        }
        var longest = limits.longestKeyFrameInterval();
        if (video.keyFrameInterval().compareTo(longest.plus(KEY_FRAME_MARGIN)) > 0) {
            found.add(
                    new Reason(
                                    "%s quer um quadro-chave a cada %d s, e a transmissão tem um a"
                                            + " cada %.1f s: mude o intervalo no encoder",
                                    "%s wants a key frame every %d s, and the stream has one every"
                                            + " %.1f s: change the interval in the encoder")
                            .with(
                                    limits.name(),
                                    longest.toSeconds(),
                                    video.keyFrameInterval().toMillis() / 1_000.0));
        }
        var lines = Math.min(video.width(), video.height());
        if (limits.mostLines() > 0 && lines > limits.mostLines()) {
            found.add(
                    new Reason(
                                    "%s aceita até %dp, e a transmissão tem %dp",
                                    "%s takes up to %dp, and the stream has %dp")
                            .with(limits.name(), limits.mostLines(), lines));
        }
        if (video.bFrames() && !limits.bFrames()) {
            found.add(
                    new Reason(
                                    "%s funciona melhor sem quadros B: desligue-os no encoder",
                                    "%s works better without B-frames: switch them off in the"
                                            + " encoder")
                            .with(limits.name()));
        }
    }

    private static void ofAudio(List<Reason> found, PlatformLimits limits, AudioFacts audio) {
        if (audio.codec() != Codec.AAC) {
            found.add(
                    new Reason(
                                    "%s não recebe som em %s: configure o encoder para AAC",
                                    "%s gets no sound in %s: set the encoder to AAC")
                            .with(limits.name(), audio.codec()));
        }
    }

    private static boolean isTaken(PlatformLimits limits, Codec codec) {
        return switch (codec) {
            case H264 -> true;
            case HEVC -> limits.takesHevc();
            case AV1, AAC, OPUS, MPEG_AUDIO, AC3, OTHER -> false;
        };
    }
}
