package net.ratonet.relay.session;

/// Something that many read at once, each at its own pace. Any thread may call.
public interface ChunkSource {

    /// A reader that starts at the newest key frame still in memory, or at the next one.
    ///
    /// @param reader named in logs and counters
    /// @param mostBytes how much may wait for this reader before it loses what waits
    ChunkQueue open(String reader, long mostBytes);
}
