package net.ratonet.lab.network;

import java.nio.ByteBuffer;

/// Sees what the modems send, before the network does anything to it; on the proxy's thread.
@FunctionalInterface
public interface PacketTap {

    PacketTap NOBODY = (_, _, _) -> {};

    /// A datagram of a link's modem.
    void sent(int link, ByteBuffer datagram, long nowNanos);
}
