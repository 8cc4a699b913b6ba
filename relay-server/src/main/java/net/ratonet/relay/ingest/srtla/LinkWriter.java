package net.ratonet.relay.ingest.srtla;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// Sends a datagram to a link, on the loop's thread; what does not fit is lost, as on any network.
@FunctionalInterface
interface LinkWriter {

    /// The buffer's position stays where it is.
    void send(ByteBuffer packet, InetSocketAddress to);
}
