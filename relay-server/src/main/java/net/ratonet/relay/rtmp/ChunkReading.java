package net.ratonet.relay.rtmp;

/// What a [ChunkReader] makes of the bytes so far.
public sealed interface ChunkReading {

    record Whole(RtmpMessage message) implements ChunkReading {}

    /// All that is there has been read.
    record NeedsMore() implements ChunkReading {}

    /// Not RTMP, or more than fits. Nothing more can be read from this connection.
    record Malformed(String reason) implements ChunkReading {}
}
