package net.ratonet.station.bonding;

import java.nio.ByteBuffer;

/// Where the bond's datagrams go. A buffer is only good during the call, and may be consumed.
public interface BondOutput {

    /// Sends on a link.
    ///
    /// @return false when the link could not take it
    boolean toLink(int slot, ByteBuffer datagram);

    void toEncoder(ByteBuffer datagram);
}
