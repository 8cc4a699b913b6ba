package net.ratonet.relay.ingest.loop;

/// A socket's owner, called by the loop's thread.
@FunctionalInterface
public interface LoopSocket {

    /// There is something to read. Reading stops by itself when nothing is left, or after a fair
    /// share, so that no socket starves the others.
    void ready(long nowNanos);
}
