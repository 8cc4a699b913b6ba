package net.ratonet.relay.rtmp;

import net.ratonet.relay.session.ts.Codec;

/// What the payload of a media message holds.
@SuppressWarnings("ArrayRecordComponent")
public sealed interface FlvBody {

    /// How the frames that follow are to be decoded: avcC, hvcC, av1C or an AudioSpecificConfig.
    record Config(Codec codec, byte[] record) implements FlvBody {}

    /// One picture with lengths in front of its parts, or one raw frame of audio.
    ///
    /// @param compositionMs how much later to show it than to decode it
    record Frame(Codec codec, boolean keyFrame, int compositionMs, byte[] bytes)
            implements FlvBody {}

    /// Nothing to show or hear.
    record Nothing() implements FlvBody {}

    /// Media that the relay does not carry.
    record NotTaken(String what) implements FlvBody {}

    record Malformed(String reason) implements FlvBody {}
}
