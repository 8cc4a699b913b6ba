package net.ratonet.relay.ingest.srt;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import net.ratonet.relay.session.IngestProtocol;
import net.ratonet.relay.session.LinkStatistics;

/// A peer that calls a [PublicPort] directly. Owned by the loop's thread.
record UdpPeer(PublicPort port, InetSocketAddress address, int slot) implements SrtPeer {

    @Override
    public void send(ByteBuffer packet) {
        port.send(packet, address);
    }

    @Override
    public IngestProtocol protocol() {
        return IngestProtocol.SRT;
    }

    @Override
    public List<LinkStatistics> links(long nowNanos) {
        return List.of();
    }
}
