package net.ratonet.station.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which encoder a person wants.
public sealed interface CodecWish {

    String ALLOWED =
            "auto, hevc, or one of "
                    + Arrays.stream(VideoCodec.values())
                            .map(VideoCodec::libavName)
                            .collect(Collectors.joining(", "));

    record Named(VideoCodec codec) implements CodecWish {}

    /// The best of this format that works on this machine.
    record Best(VideoFormat format) implements CodecWish {}

    /// Reads the words of FIELD_VIDEO_CODEC.
    static Optional<CodecWish> parse(String text) {
        return switch (text) {
            case "auto" -> Optional.of(new Best(VideoFormat.H264));
            case "hevc" -> Optional.of(new Best(VideoFormat.HEVC));
            default -> VideoCodec.named(text).map(Named::new);
        };
    }
}
