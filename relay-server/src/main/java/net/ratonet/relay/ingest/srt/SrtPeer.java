package net.ratonet.relay.ingest.srt;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import net.ratonet.relay.session.IngestProtocol;
import net.ratonet.relay.session.LinkStatistics;

/// The far end of an SRT session as its loop sees it: an address, or a bond of links. Owned by the
/// loop's thread.
public interface SrtPeer {

    /// Sends one SRT packet; the buffer is read from its position and may be used again afterwards.
    void send(ByteBuffer packet);

    InetSocketAddress address();

    IngestProtocol protocol();

    /// The old per-link port it came in on, 0 for the main one.
    int slot();

    /// Each link of a bond; empty for a plain address.
    List<LinkStatistics> links(long nowNanos);
}
