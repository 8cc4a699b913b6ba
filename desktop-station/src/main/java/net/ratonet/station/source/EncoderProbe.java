package net.ratonet.station.source;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.station.config.VideoCodec;

/// Finds out whether an encoder works by having a child process encode a picture with it: drivers
/// promise more than they keep, and some crash. Waits on the thread that asks.
public final class EncoderProbe {

    public static final String OPTION = "--probe";

    /// A first start unpacks the native libraries, which takes a Raspberry Pi some seconds.
    private static final Duration LONGEST_TRIAL = Duration.ofSeconds(20);

    private final ChildJvm children;
    private final Duration longest;

    /// Asks processes with this main class.
    ///
    /// @param mainClass answers `--probe NAME` with a line of `EncoderLineCodec`
    public EncoderProbe(String mainClass) {
        this(mainClass, LONGEST_TRIAL);
    }

    EncoderProbe(String mainClass, Duration longest) {
        this.children = new ChildJvm(mainClass);
        this.longest = longest;
    }

    public EncoderTrial tryOut(VideoCodec codec) {
        try {
            return new EncoderTrial(
                    codec,
                    children.ask(longest, OPTION, codec.libavName())
                            .map(EncoderProbe::fault)
                            .orElseGet(() -> Optional.of("its trial crashed or came to no end")));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new EncoderTrial(codec, Optional.of("its trial was broken off"));
        }
    }

    private static Optional<String> fault(String line) {
        return switch (EncoderLineCodec.decodeReport(line)) {
            case Decoded.Accepted<EncoderReport>(EncoderReport.Tried(var fault)) -> fault;
            case Decoded.Accepted<EncoderReport> _,
                    Decoded.Refused<EncoderReport> _,
                    Decoded.Malformed<EncoderReport> _ ->
                    Optional.of("its trial said nonsense");
        };
    }
}
