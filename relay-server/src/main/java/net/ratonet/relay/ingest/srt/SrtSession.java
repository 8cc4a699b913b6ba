package net.ratonet.relay.ingest.srt;

import java.nio.ByteBuffer;

/// What the relay does with one peer's SRT packets, from the first handshake on. Owned by the
/// loop's thread.
public interface SrtSession {

    /// One SRT packet of the peer, read from the buffer's position; the content may be changed.
    void packet(ByteBuffer packet, long nowNanos);

    /// To be called about every 10 ms.
    void tick(long nowNanos);

    /// Nothing more will come of it, and the peer may be forgotten.
    boolean isOver();

    /// The peer is gone or has begun anew.
    void close();
}
