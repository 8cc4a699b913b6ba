package net.ratonet.station.source;

import java.util.Optional;

/// What the encoder tells the station, one line each.
public sealed interface EncoderReport {

    /// Once a second while it works.
    record Working(EncoderStatistics statistics) implements EncoderReport {}

    /// What viewers see, small; only while somebody looks.
    record Preview(String jpegBase64) implements EncoderReport {}

    /// The last line before it gives up, in words for a person.
    ///
    /// @param byCodec whether the video encoder is to blame, and would refuse again
    record Failed(String reason, boolean byCodec) implements EncoderReport {

        /// Of target, source or anything else that may mend itself.
        public Failed(String reason) {
            this(reason, false);
        }
    }

    /// The only line of a process that tried an encoder.
    ///
    /// @param fault why it does not work
    record Tried(Optional<String> fault) implements EncoderReport {}
}
