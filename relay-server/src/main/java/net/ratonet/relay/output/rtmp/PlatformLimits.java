package net.ratonet.relay.output.rtmp;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import net.ratonet.relay.rtmp.RtmpUrl;

/// What a platform takes, as it tells encoders.
///
/// @param mostKbps of pictures and sound together, 0 when unknown
/// @param longestKeyFrameInterval zero when unknown
/// @param mostLines of the picture's shorter side, 0 when unknown
/// @param bFrames whether pictures may come in another order than they are shown in
public record PlatformLimits(
        String name,
        int mostKbps,
        boolean takesHevc,
        Duration longestKeyFrameInterval,
        int mostLines,
        boolean bFrames) {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private static final PlatformLimits TWITCH =
            new PlatformLimits("Twitch", 6_000, false, TWO_SECONDS, 1_080, true);
    private static final PlatformLimits YOUTUBE =
            new PlatformLimits("YouTube", 51_000, true, Duration.ofSeconds(4), 2_160, true);
    private static final PlatformLimits FACEBOOK =
            new PlatformLimits("Facebook", 9_000, false, TWO_SECONDS, 1_080, true);
    private static final PlatformLimits KICK =
            new PlatformLimits("Kick", 8_000, false, TWO_SECONDS, 1_080, false);
    private static final PlatformLimits TROVO =
            new PlatformLimits("Trovo", 9_000, false, TWO_SECONDS, 1_080, true);

    /// By the address, which does not lie, and else by the name that the streamer gave.
    public static PlatformLimits of(OutputTarget target) {
        return RtmpUrl.parse(target.url())
                .flatMap(url -> ofHost(url.host().toLowerCase(Locale.ROOT)))
                .or(() -> ofName(target.platform().toLowerCase(Locale.ROOT)))
                .orElseGet(
                        () -> new PlatformLimits(target.platform(), 0, true, TWO_SECONDS, 0, true));
    }

    private static Optional<PlatformLimits> ofHost(String host) {
        if (isIn(host, "twitch.tv") || (isIn(host, "contribute.live-video.net") && !isKick(host))) {
            return Optional.of(TWITCH);
        }
        if (isKick(host) || isIn(host, "kick.com")) {
            return Optional.of(KICK);
        }
        if (isIn(host, "youtube.com")) {
            return Optional.of(YOUTUBE);
        }
        if (isIn(host, "facebook.com") || isIn(host, "fbcdn.net")) {
            return Optional.of(FACEBOOK);
        }
        return isIn(host, "trovo.live") ? Optional.of(TROVO) : Optional.empty();
    }

    /// Kick and Twitch share a network; Kick's part of it names a customer before "global".
    private static boolean isKick(String host) {
        return host.endsWith(".global-contribute.live-video.net");
    }

    private static Optional<PlatformLimits> ofName(String name) {
        return switch (name) {
            case "twitch" -> Optional.of(TWITCH);
            case "youtube" -> Optional.of(YOUTUBE);
            case "facebook" -> Optional.of(FACEBOOK);
            case "kick" -> Optional.of(KICK);
            case "trovo" -> Optional.of(TROVO);
            default -> Optional.empty();
        };
    }

    private static boolean isIn(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
