package net.ratonet.station.control.preflight;

import java.time.Duration;
import java.util.Optional;

/// What the relay said when it was asked who we are.
public sealed interface RelayAnswer {

    /// It knows us.
    ///
    /// @param ahead how far our clock is ahead of its; negative = behind, absent = it did not say
    record Welcome(Optional<Duration> ahead) implements RelayAnswer {}

    /// The key is not one of its keys, or is another streamer's.
    record Refusal(String why) implements RelayAnswer {}

    /// Somebody else answers there, or it has trouble of its own.
    record Strange(int httpStatus) implements RelayAnswer {}

    record Silence(String why) implements RelayAnswer {}
}
