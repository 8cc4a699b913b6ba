package net.ratonet.station.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.ratonet.station.config.CodecWish;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.config.VideoFormat;

/// The encoder that is used, and why it is not the wanted one. Pure but for the trials it is given.
///
/// @param note in words for a person; empty when all is as wanted
public record CodecChoice(VideoCodec codec, String note) {

    public static final CodecChoice USUAL = new CodecChoice(VideoCodec.LIBX264, "");

    /// The wanted encoder if it works, else libx264.
    ///
    /// @param trial tries one encoder; libx264 is part of the program and never tried
    public static CodecChoice of(CodecWish wish, Function<VideoCodec, EncoderTrial> trial) {
        return switch (wish) {
            case CodecWish.Named(var codec) when codec == VideoCodec.LIBX264 -> USUAL;
            case CodecWish.Named(var codec) ->
                    trial.apply(codec)
                            .fault()
                            .map(why -> instead(codec.libavName(), why))
                            .orElseGet(() -> new CodecChoice(codec, ""));
            case CodecWish.Best(var format) ->
                    firstThatWorks(VideoCodec.of(format), trial)
                            .map(codec -> new CodecChoice(codec, ""))
                            .orElseGet(() -> nothingFound(format));
        };
    }

    private static Optional<VideoCodec> firstThatWorks(
            List<VideoCodec> candidates, Function<VideoCodec, EncoderTrial> trial) {
        return candidates.stream()
                .filter(codec -> codec == VideoCodec.LIBX264 || trial.apply(codec).works())
                .findFirst();
    }

    private static CodecChoice nothingFound(VideoFormat format) {
        return instead(format.name(), "no encoder for it was found");
    }

    private static CodecChoice instead(String wanted, String why) {
        return new CodecChoice(
                VideoCodec.LIBX264,
                "%s does not work on this machine (%s); libx264 is used instead"
                        .formatted(wanted, why));
    }
}
